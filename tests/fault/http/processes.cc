#include "tests/fault/http/processes.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "tests/support/http_client.h"

namespace madoguchi::tests {
namespace {

using namespace std::chrono_literals;

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("the configuration has no " + from);
    for (; at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

std::string own_configuration(const std::string& directory) {
    std::string text = text_of(std::string(MADOGUCHI_SOURCE_DIR) + "/deploy/nginx.conf");
    replace_all(text, "user www-data;", "");
    replace_all(text, "/run/nginx.pid", directory + "/nginx.pid");
    replace_all(text, "/var/log/nginx", directory);
    replace_all(text, "/var/lib/nginx", directory);
    replace_all(text, "/etc/madoguchi/tls", directory);
    replace_all(text, "listen [::]:443 ssl http2;", "");
    replace_all(text, "listen [::]:80;", "");
    replace_all(text, "0.0.0.0:80;", "127.0.0.1:" + std::to_string(free_port()) + ";");
    return text;
}

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream in(line);
    return {std::istream_iterator<std::string>(in), {}};
}

void await_port(Process& process, std::uint16_t port) {
    for (int i = 0; i < 1500 && process.running(); ++i) {
        if (accepts_connections(port)) return;
        std::this_thread::sleep_for(10ms);
    }
    throw std::runtime_error("the program does not listen");
}

void make_certificate(const std::string& directory) {
    Process openssl({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                     "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1", "-subj",
                     "/CN=localhost", "-keyout", directory + "/key.pem", "-out",
                     directory + "/certificate.pem"});
    if (openssl.wait() != 0) throw std::runtime_error("openssl made no certificate");
}

}  // namespace

std::uint16_t free_port() {
    const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(probe, reinterpret_cast<sockaddr*>(&address), size);
    getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size);
    close(probe);
    return ntohs(address.sin_port);
}

bool accepts_connections(std::uint16_t port) {
    return HttpClient(port).connected();
}

Service::Service(Which which) {
    std::vector<std::string> command{MADOGUCHI_TEST_SERVER, "--port", "{port}"};
    const char* chosen = std::getenv("MADOGUCHI_SERVER_COMMAND");
    if (chosen && which == Which::Chosen) {
        const char* path = std::getenv("MADOGUCHI_SERVER_PATH");
        command = words_of(chosen);
        path_ = path ? path : "/healthz";
        is_test_server_ = false;
    }
    for (std::string& word : command) {
        if (word == "{port}") word = std::to_string(port_);
    }
    process_ = std::make_unique<Process>(command);
    await_port(*process_, port_);
}

std::optional<int> Service::stop() {
    process_->terminate();
    return process_->wait();
}

Proxy::Proxy(std::uint16_t service_port, Trust trust) {
    std::string name = (std::filesystem::temp_directory_path() / "madoguchi-nginx-XXXXXX").string();
    directory_ = mkdtemp(name.data());
    // Started by root, nginx works as another user and must reach its folders.
    std::filesystem::permissions(directory_, std::filesystem::perms(0711));
    make_certificate(directory_.string());
    std::string text = own_configuration(directory_.string());
    if (trust == Trust::Nobody) replace_all(text, "127.0.0.1 trusted;", "");
    replace_all(text, "0.0.0.0:443", "127.0.0.1:" + std::to_string(tls_port_));
    replace_all(text, "127.0.0.1:8081", "127.0.0.1:" + std::to_string(port_));
    replace_all(text, "127.0.0.1:8080", "127.0.0.1:" + std::to_string(service_port));
    std::ofstream(directory_ / "nginx.conf") << text;
    process_ = std::make_unique<Process>(std::vector<std::string>{
        "/usr/sbin/nginx", "-p", directory_.string(), "-c", (directory_ / "nginx.conf").string(),
        "-e", "stderr", "-g", "daemon off;"});
    await_port(*process_, port_);
}

std::string Proxy::errors() const {
    return text_of(directory_ / "error.log");
}

Proxy::~Proxy() {
    process_->terminate();
    process_->wait();
    std::filesystem::remove_all(directory_);
}

}  // namespace madoguchi::tests
