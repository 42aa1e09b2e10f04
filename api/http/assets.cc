#include "api/http/assets.h"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>

namespace madoguchi::api::http {
namespace {

namespace fs = std::filesystem;

struct FileKind {
    std::string_view extension, content_type;
};

constexpr std::array file_kinds{
    FileKind{".css", "text/css; charset=utf-8"},
    FileKind{".html", "text/html; charset=utf-8"},
    FileKind{".ico", "image/x-icon"},
    FileKind{".js", "text/javascript; charset=utf-8"},
    FileKind{".json", "application/json"},
    FileKind{".map", "application/json"},
    FileKind{".png", "image/png"},
    FileKind{".svg", "image/svg+xml"},
    FileKind{".txt", "text/plain; charset=utf-8"},
    FileKind{".wasm", "application/wasm"},
    FileKind{".webmanifest", "application/manifest+json"},
    FileKind{".woff2", "font/woff2"},
};

std::optional<std::string> content_type_of(const fs::path& file) {
    const std::string extension = file.extension().string();
    for (const FileKind& kind : file_kinds) {
        if (kind.extension == extension) return std::string(kind.content_type);
    }
    return std::nullopt;
}

std::string etag_of(const std::string& content) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(content.data()), content.size(), digest.data());
    constexpr std::size_t used_bytes = 16;
    std::string out = "\"";
    for (std::size_t i = 0; i < used_bytes; ++i) {
        constexpr std::string_view digits = "0123456789abcdef";
        out += digits[digest[i] >> 4];
        out += digits[digest[i] & 15];
    }
    return out + '"';
}

std::optional<std::string> read_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

Diagnostic unreadable(const fs::path& path) {
    return {.code = "assets.unreadable",
            .message = {"画面のファイルを読めません: " + path.string(),
                        "Cannot read the studio's file: " + path.string()}};
}

bool is_served(const fs::directory_entry& entry) {
    return entry.is_regular_file() && !entry.is_symlink() &&
           !entry.path().filename().string().starts_with('.') &&
           content_type_of(entry.path()).has_value();
}

Handler handler_for(const Asset& asset) {
    const bool named_by_hash = asset.path.starts_with("/assets/");
    std::string cache = named_by_hash ? "public, max-age=31536000, immutable" : "no-cache";
    return [asset, cache = std::move(cache)](const Request& request) {
        Response response;
        response.headers.add("ETag", asset.etag);
        response.headers.add("Cache-Control", cache);
        const std::string* known = request.headers.find("If-None-Match");
        if (known && known->find(asset.etag) != std::string::npos) {
            response.status = Status::NotModified;
            return response;
        }
        response.content_type = asset.content_type;
        response.body = asset.content;
        return response;
    };
}

}  // namespace

Result<std::vector<Asset>> load_assets(const fs::path& directory) {
    std::vector<Asset> assets;
    std::error_code error;
    fs::recursive_directory_iterator files(directory, error);
    for (; !error && files != fs::recursive_directory_iterator(); files.increment(error)) {
        if (!is_served(*files)) continue;
        std::optional<std::string> content = read_file(files->path());
        if (!content) return unreadable(files->path());
        Asset asset;
        asset.path = "/" + fs::relative(files->path(), directory).generic_string();
        asset.content_type = *content_type_of(files->path());
        asset.etag = etag_of(*content);
        asset.content = std::make_shared<const std::string>(std::move(*content));
        assets.push_back(std::move(asset));
    }
    if (error) return unreadable(directory);
    std::sort(assets.begin(), assets.end(),
              [](const Asset& a, const Asset& b) { return a.path < b.path; });
    return assets;
}

void mount_assets(Router& router, const std::vector<Asset>& assets) {
    const RouteOptions options{.lane = Lane::Quick, .deadline = std::chrono::seconds(10)};
    for (const Asset& asset : assets) {
        router.add(Method::Get, asset.path, handler_for(asset), options);
        if (asset.path == "/index.html") router.add(Method::Get, "/", handler_for(asset), options);
    }
}

}  // namespace madoguchi::api::http
