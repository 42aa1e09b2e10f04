#include "api/middleware/security_headers.h"

#include <array>
#include <string>

namespace madoguchi::api::middleware {
namespace {

using http::Header;

/// Scripts and styles come from our own files only. blob: shows a preview that the page has
/// fetched. A page's own <style> blocks need a nonce; the page sets its own policy for that.
constexpr const char* content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; frame-src 'self' blob:; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

const std::array fields{
    Header{"Content-Security-Policy", content_security_policy},
    Header{"X-Content-Type-Options", "nosniff"},
    Header{"Referrer-Policy", "no-referrer"},
    Header{"Cross-Origin-Opener-Policy", "same-origin"},
    Header{"Cross-Origin-Resource-Policy", "same-origin"},
    Header{"Cache-Control", "no-store"},
};

}  // namespace

void add_security_headers(const http::Request&, http::Response& response) {
    for (const Header& field : fields) {
        if (!response.headers.find(field.name)) response.headers.add(field.name, field.value);
    }
}

}  // namespace madoguchi::api::middleware
