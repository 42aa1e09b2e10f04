#include "api/forms/shelf.h"

#include <utility>

#include "api/files/input_file.h"
#include "templates/read.h"

namespace madoguchi::api {

namespace {

Result<std::shared_ptr<const render::PreparedForm>> prepare(templates::Template form,
                                                            const fonts::FontLibrary& fonts) {
    auto compiled = TRY(templates::CompiledForm::compile(std::move(form)));
    return render::prepare(std::move(compiled), fonts);
}

}  // namespace

FormShelf::FormShelf(templates::Catalogue catalogue, fonts::FontLibrary fonts)
    : catalogue_(std::move(catalogue)), fonts_(std::move(fonts)) {}

Result<std::shared_ptr<const render::PreparedForm>> FormShelf::prepared(const std::string& id) {
    const templates::CatalogueEntry* entry = TRY(catalogue_.find(id));
    // Preparing under the lock: a form is prepared once, whoever else asks for it waits.
    const std::lock_guard lock(mutex_);
    if (const auto known = prepared_.find(id); known != prepared_.end()) return known->second;
    auto form = TRY(prepare(entry->form, fonts_));
    prepared_.emplace(id, form);
    return form;
}

Result<std::shared_ptr<const render::PreparedForm>> prepare_template_file(
    const std::filesystem::path& file, const fonts::FontLibrary& fonts) {
    const std::string source = TRY(read_file(file, std::size_t{64} << 20));
    templates::Template form = TRY(templates::read_template(source, file.string()));
    return prepare(std::move(form), fonts);
}

}  // namespace madoguchi::api
