// /v1/backgrounds: a page of a form's PDF as an element of a template.
#pragma once

#include "api/backgrounds/import.h"
#include "api/http/router.h"

namespace madoguchi::api {

void mount_backgrounds(http::Router& router, PageReader reader);

}  // namespace madoguchi::api
