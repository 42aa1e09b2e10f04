#include "api/middleware/errors.h"

#include <cxxabi.h>

#include <cstdlib>
#include <exception>
#include <memory>
#include <string>
#include <typeinfo>

#include "api/http/problem.h"

namespace madoguchi::api::middleware {
namespace {

std::string readable(const std::type_info& type) {
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> name(
        abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), &std::free);
    return status == 0 ? name.get() : type.name();
}

http::Response incident(const LogSink& log, const http::Request& request, std::string type) {
    log(incident_line(request, type));
    return http::to_response(http::standard_problem(http::Status::InternalServerError), request.id);
}

}  // namespace

std::function<http::Response(const http::Request&, const http::Handler&)> answer_errors(
    LogSink log) {
    return [log = std::move(log)](const http::Request& request, const http::Handler& next) {
        try {
            return next(request);
        } catch (const std::exception& error) {
            return incident(log, request, readable(typeid(error)));
        } catch (...) {
            return incident(log, request, "unknown");
        }
    };
}

}  // namespace madoguchi::api::middleware
