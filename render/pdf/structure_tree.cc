#include "render/pdf/structure_tree.h"

#include <string>

#include "render/pdf/signature_field.h"
#include "render/pdf/syntax.h"

namespace madoguchi::render::pdf {

namespace {

using Role = StructureNode::Role;

std::string references(const std::vector<ObjectId>& objects) {
    std::string out = "[";
    for (const ObjectId object : objects) {
        if (out.size() > 1) out += ' ';
        append_reference(out, object);
    }
    return out + ']';
}

/// ISO 32000-1, 14.8.5.4.3.
std::string box_attribute(const Rect& box, Length top) {
    std::string out = "<</O/Layout/Placement/Block/BBox[";
    append_point(out, to_millipoints(box.x), to_millipoints(top - box.bottom()), " ");
    append_point(out, to_millipoints(box.right()), to_millipoints(top - box.y), "]>>");
    return out;
}

/// The structure elements of one page.
class PageStructure {
  public:
    PageStructure(ObjectFile& file, ObjectId page, Length top, const MarkedContent& marks)
        : file_(file), page_(page), top_(top), marks_(marks), owners_(marks.size()) {}

    ObjectId write(const StructureNode& node, ObjectId parent) {
        const ObjectId id = file_.reserve();
        Dictionary out;
        out.name("Type", "StructElem").name("S", structure_type(node)).reference("P", parent);
        std::string kids;
        for (const ElementIndex element : node.elements)
            append_pieces(kids, element, id);
        if (!kids.empty()) out.reference("Pg", page_);
        for (const StructureNode& kid : node.kids) {
            kids += ' ';
            append_reference(kids, write(kid, id));
        }
        out.literal("K", "[" + kids + "]");
        append_words(out, node);
        file_.write(id, out);
        return id;
    }

    /// Whose each piece of marked content is.
    const std::vector<ObjectId>& owners() const { return owners_; }

  private:
    void append_pieces(std::string& kids, ElementIndex element, ObjectId owner) {
        for (std::size_t piece = 0; piece < marks_.size(); ++piece) {
            if (marks_.elements()[piece] != element) continue;
            owners_[piece] = owner;
            kids += ' ';
            append_integer(kids, static_cast<std::int64_t>(piece));
        }
    }

    void append_words(Dictionary& out, const StructureNode& node) const {
        if (!node.name.empty()) out.text("T", node.name);
        if (!node.spoken.empty())
            out.text(node.role == Role::Figure ? "Alt" : "ActualText", node.spoken);
        if (node.role == Role::Figure) out.literal("A", box_attribute(node.box, top_));
        if (node.role == Role::HeaderCell) out.literal("A", "<</O/Table/Scope/Column>>");
        if (node.role == Role::Entry) out.literal("A", field_attribute(node.name));
        if (node.role == Role::Table && !node.name.empty())
            out.literal("A", "<</O/Table/Summary" + text(node.name) + ">>");
    }

    /// A form that is not filled in on a screen says what stands where (14.8.5.6).
    static std::string field_attribute(const std::string& name) {
        std::string out = "<</O/PrintField/Role/tv";
        if (!name.empty()) out += "/Desc" + text(name);
        return out + ">>";
    }

    static std::string text(const std::string& value) {
        std::string out;
        append_text_string(out, value);
        return out;
    }

    ObjectFile& file_;
    ObjectId page_;
    Length top_;
    const MarkedContent& marks_;
    std::vector<ObjectId> owners_;
};

}  // namespace

StructureTree::StructureTree(ObjectFile& file)
    : file_(file), root_(file.reserve()), document_(file.reserve()) {}

void StructureTree::add(ObjectId page, Length top, const std::vector<StructureNode>& structure,
                        const MarkedContent& marks, std::optional<ObjectId> field) {
    const ObjectId section = file_.reserve();
    PageStructure writer(file_, page, top, marks);
    std::vector<ObjectId> kids;
    for (const StructureNode& node : structure)
        kids.push_back(writer.write(node, section));
    if (field) kids.push_back(write_field(*field, page, section));
    Dictionary out;
    out.name("Type", "StructElem").name("S", "Sect").reference("P", document_);
    file_.write(section, out.literal("K", references(kids)));
    sections_.push_back(section);
    parents_.push_back(file_.write_array(references(writer.owners())));
    if (field) parents_.push_back(kids.back());
}

ObjectId StructureTree::write_field(ObjectId field, ObjectId page, ObjectId section) {
    std::string object = "<</Type/OBJR/Obj ";
    append_reference(object, field);
    Dictionary out;
    out.name("Type", "StructElem").name("S", "Form").reference("P", section).reference("Pg", page);
    return file_.write(out.literal("K", "[" + object + ">>]").text("T", signature_field_name));
}

ObjectId StructureTree::finish() {
    Dictionary document;
    document.name("Type", "StructElem").name("S", "Document").reference("P", root_);
    file_.write(document_, document.literal("K", references(sections_)));
    std::string numbers = "[";
    for (std::size_t key = 0; key < parents_.size(); ++key) {
        append_integer(numbers, static_cast<std::int64_t>(key));
        numbers += ' ';
        append_reference(numbers, parents_[key]);
        numbers += key + 1 < parents_.size() ? " " : "";
    }
    Dictionary tree;
    const ObjectId parents = file_.write(tree.literal("Nums", numbers + "]"));
    Dictionary root;
    root.name("Type", "StructTreeRoot")
        .literal("K", references({document_}))
        .reference("ParentTree", parents)
        .integer("ParentTreeNextKey", static_cast<std::int64_t>(parents_.size()));
    file_.write(root_, root);
    return root_;
}

}  // namespace madoguchi::render::pdf
