#include "api/tenants/handlers.h"

#include "templates/json/value.h"

namespace madoguchi::api {

void mount_tenant(http::Router& router, const Tenant& tenant) {
    namespace json = templates::json;
    json::Value described{json::Object{{"id", {tenant.id}}, {"name", {tenant.name}}}};
    router.add(http::Method::Get, "/v1/tenant",
               [text = json::write(described, json::Layout::Compact)](const http::Request&) {
                   return http::json_response(text);
               });
}

}  // namespace madoguchi::api
