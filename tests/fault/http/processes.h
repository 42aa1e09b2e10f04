// The programs that the tests of this folder let run: the service and the shipped proxy.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "tests/support/process.h"

namespace madoguchi::tests {

std::uint16_t free_port();
bool accepts_connections(std::uint16_t port);

/// The service under test, listening.
class Service {
  public:
    /// Chosen: what MADOGUCHI_SERVER_COMMAND says ("…/madoguchi serve --port {port}"), asked for
    /// MADOGUCHI_SERVER_PATH ("/healthz"); without it the test server.
    enum class Which { Chosen, TestServer };
    explicit Service(Which which = Which::Chosen);

    std::uint16_t port() const { return port_; }
    /// Only the test server has the routes /echo, /bytes and /sleep.
    bool is_test_server() const { return is_test_server_; }
    /// "{id}" in it stands for the request's own id, which then is the answer's first line.
    const std::string& path() const { return path_; }
    bool running() { return process_->running(); }
    /// The exit status after SIGTERM.
    std::optional<int> stop();

  private:
    std::uint16_t port_ = free_port();
    bool is_test_server_ = true;
    std::string path_ = "/echo/{id}";
    std::unique_ptr<Process> process_;
};

/// deploy/nginx.conf with the words replaced that its head names.
class Proxy {
  public:
    enum class Trust { ThisMachine, Nobody };
    explicit Proxy(std::uint16_t service_port, Trust trust = Trust::ThisMachine);
    ~Proxy();

    std::uint16_t port() const { return port_; }
    std::uint16_t tls_port() const { return tls_port_; }
    bool running() { return process_->running(); }
    /// What it wrote to its error log.
    std::string errors() const;

  private:
    std::uint16_t port_ = free_port();
    std::uint16_t tls_port_ = free_port();
    std::filesystem::path directory_;
    std::unique_ptr<Process> process_;
};

}  // namespace madoguchi::tests
