// /v1/forms and below.
#pragma once

#include <memory>

#include "api/forms/shelf.h"
#include "api/http/router.h"

namespace madoguchi::api {

void mount_forms(http::Router& router, std::shared_ptr<FormShelf> shelf);

}  // namespace madoguchi::api
