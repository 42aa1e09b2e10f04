// The forms a service or command prints with: read once, prepared once, shared by all threads.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fonts/face_set.h"
#include "render/render.h"
#include "templates/catalogue.h"

namespace madoguchi::api {

class FormShelf {
  public:
    FormShelf(templates::Catalogue catalogue, fonts::FontLibrary fonts);

    const templates::Catalogue& catalogue() const { return catalogue_; }

    /// The form of that id, prepared at its first use. Fails for an unknown id ("catalogue.…") and
    /// for a form that cannot be printed as it is.
    Result<std::shared_ptr<const render::PreparedForm>> prepared(const std::string& id);

  private:
    templates::Catalogue catalogue_;
    fonts::FontLibrary fonts_;
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const render::PreparedForm>, std::less<>> prepared_;
};

/// A template that stands in a file of its own.
Result<std::shared_ptr<const render::PreparedForm>> prepare_template_file(
    const std::filesystem::path& file, const fonts::FontLibrary& fonts);

}  // namespace madoguchi::api
