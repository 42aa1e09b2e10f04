// /v1/tenant: whose counter this is.
#pragma once

#include "api/http/router.h"
#include "api/tenants/tenant.h"

namespace madoguchi::api {

void mount_tenant(http::Router& router, const Tenant& tenant);

}  // namespace madoguchi::api
