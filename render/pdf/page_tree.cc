#include "render/pdf/page_tree.h"

#include <string>

#include "render/pdf/syntax.h"

namespace madoguchi::render::pdf {

namespace {

constexpr std::size_t most_kids = 64;

std::string media_box(Size size) {
    std::string box = "[0 0 ";
    append_point(box, to_millipoints(size.width), to_millipoints(size.height), "]");
    return box;
}

}  // namespace

/// A node is closed only when another one follows it: its parent is never alone with it.
PageTree::Node& PageTree::open_node(std::size_t height) {
    if (height == open_.size()) open_.push_back({file_.reserve(), {}, 0});
    if (open_[height].kids.size() == most_kids) {
        const ObjectId parent = open_node(height + 1).id;
        close(height, parent);
        open_[height].id = file_.reserve();
    }
    return open_[height];
}

void PageTree::close(std::size_t height, ObjectId parent) {
    Node& node = open_[height];
    std::string kids = "[";
    for (const ObjectId kid : node.kids) {
        if (kids.size() > 1) kids += ' ';
        append_reference(kids, kid);
    }
    kids += ']';
    Dictionary dictionary;
    dictionary.name("Type", "Pages")
        .literal("Kids", kids)
        .integer("Count", static_cast<std::int64_t>(node.pages));
    if (parent.number != 0) {
        dictionary.reference("Parent", parent);
        open_[height + 1].kids.push_back(node.id);
        open_[height + 1].pages += node.pages;
    }
    file_.write(node.id, dictionary);
    node.kids.clear();
    node.pages = 0;
}

ObjectId PageTree::add(Size size, const StreamData& content, ObjectId resources,
                       const Extras& extras) {
    Node& leaf = open_node(0);
    const ObjectId stream = file_.write_stream(Dictionary(), content);
    Dictionary page;
    page.name("Type", "Page")
        .reference("Parent", leaf.id)
        .literal("MediaBox", media_box(size))
        .reference("Resources", resources)
        .reference("Contents", stream);
    if (extras.structure_key)
        page.integer("StructParents", static_cast<std::int64_t>(*extras.structure_key))
            .name("Tabs", "S");
    if (extras.annotation) {
        std::string annotations = "[";
        append_reference(annotations, *extras.annotation);
        page.literal("Annots", annotations + ']');
    }
    leaf.kids.push_back(file_.write(page));
    ++leaf.pages;
    ++size_;
    return leaf.kids.back();
}

ObjectId PageTree::finish() {
    ObjectId root;
    // A node may get its last kid by the one below; making room for it may open a new height.
    for (std::size_t height = 0; height < open_.size(); ++height) {
        const bool is_root = height + 1 == open_.size();
        root = open_[height].id;
        close(height, is_root ? ObjectId() : open_node(height + 1).id);
    }
    return root;
}

}  // namespace madoguchi::render::pdf
