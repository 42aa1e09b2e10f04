#include "render/pdf/page_tree.h"

#include <algorithm>

#include "render/pdf/syntax.h"

namespace madoguchi::render::pdf {

namespace {

constexpr std::size_t most_kids = 64;

ObjectId write_page(ObjectFile& file, const PageData& page, ObjectId parent, ObjectId resources) {
    const ObjectId content = file.add_stream(page.content).id();
    std::string box = "[0 0 ";
    append_millipoints(box, to_millipoints(page.size.width));
    box += ' ';
    append_millipoints(box, to_millipoints(page.size.height));
    box += ']';
    return file.add()
        .name("Type", "Page")
        .reference("Parent", parent)
        .literal("MediaBox", box)
        .reference("Resources", resources)
        .reference("Contents", content)
        .id();
}

Dictionary write_node(ObjectFile& file, std::span<const PageData> pages, ObjectId resources) {
    std::size_t pages_per_kid = 1;
    while (pages_per_kid * most_kids < pages.size())
        pages_per_kid *= most_kids;
    Dictionary node = file.add();
    std::string kids = "[";
    for (std::size_t first = 0; first < pages.size(); first += pages_per_kid) {
        const auto part = pages.subspan(first, std::min(pages_per_kid, pages.size() - first));
        const ObjectId kid =
            pages_per_kid == 1
                ? write_page(file, part.front(), node.id(), resources)
                : write_node(file, part, resources).reference("Parent", node.id()).id();
        if (kids.size() > 1) kids += ' ';
        append_reference(kids, kid);
    }
    kids += ']';
    return node.name("Type", "Pages")
        .literal("Kids", kids)
        .integer("Count", static_cast<std::int64_t>(pages.size()));
}

}  // namespace

ObjectId write_pages(ObjectFile& file, std::span<const PageData> pages, ObjectId resources) {
    return write_node(file, pages, resources).id();
}

}  // namespace madoguchi::render::pdf
