#include "templates/fill/mustache_text.h"

#include <kainjow/mustache.hpp>

#include <charconv>
#include <deque>
#include <exception>
#include <functional>
#include <vector>

namespace madoguchi::templates::fill {

namespace {

namespace mustache = kainjow::mustache;

std::size_t tag_number(const std::string& name) {
    std::size_t number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    return number;
}

const mustache::data& nothing() {
    static const mustache::data value(false);
    return value;
}

/// The library asks by name and wants values of its own kind; they are made when asked for and live
/// until the section in which they were asked for ends.
class Context : public mustache::basic_context<std::string> {
  public:
    explicit Context(TagSource& source) : source_(source) {}

    const mustache::data* get(const std::string& name) const override {
        const std::size_t tag = tag_number(name.substr(1));
        if (name.front() == 'v') return &values_.emplace_back(source_.text_of(tag));
        const std::size_t rounds = source_.rounds_of(tag);
        if (rounds == 0) return &nothing();
        mustache::data& list = values_.emplace_back(mustache::data::type::list);
        for (std::size_t i = 0; i < rounds; ++i)
            list.push_back(mustache::data(true));
        opened_.push_back({&list, tag});
        return &list;
    }

    const mustache::data* get_partial(const std::string&) const override { return nullptr; }

    void push(const mustache::data* item) override {
        marks_.push_back({values_.size(), opened_.size()});
        if (item == &nothing()) return source_.enter_inverted();
        for (auto section = opened_.rbegin(); section != opened_.rend(); ++section) {
            const mustache::list& items = section->list->list_value();
            const std::less<const mustache::data*> before;
            if (before(item, items.data()) || !before(item, items.data() + items.size())) continue;
            return source_.enter(section->tag, static_cast<std::size_t>(item - items.data()));
        }
        source_.enter_inverted();
    }

    void pop() override {
        source_.leave();
        while (values_.size() > marks_.back().values)
            values_.pop_back();
        opened_.resize(marks_.back().opened);
        marks_.pop_back();
    }

  private:
    struct Opened {
        const mustache::data* list = nullptr;
        std::size_t tag = 0;
    };
    struct Mark {
        std::size_t values, opened;
    };

    TagSource& source_;
    mutable std::deque<mustache::data> values_;
    mutable std::vector<Opened> opened_;
    std::vector<Mark> marks_;
};

/// What the library takes for a stream.
struct TextSink {
    std::string text;
    TextSink& operator<<(const std::string& piece) {
        text += piece;
        return *this;
    }
};

Diagnostic not_readable() {
    return {
        .code = "template.mustache",
        .message = {"Mustache の書き方が正しくありません。", "The Mustache text cannot be read."}};
}

}  // namespace

struct MustacheText::State {
    explicit State(const std::string& source) : text(source) {}

    /// render() is not const in the library, but walks the parsed text without changing it: it
    /// writes to itself only for partials and lambdas, and neither reaches it here.
    mutable mustache::mustache text;
};

MustacheText::MustacheText() = default;
MustacheText::MustacheText(MustacheText&&) noexcept = default;
MustacheText& MustacheText::operator=(MustacheText&&) noexcept = default;
MustacheText::~MustacheText() = default;

Result<MustacheText> MustacheText::compile(const std::string& source) {
    try {
        MustacheText compiled;
        compiled.state_ = std::make_unique<State>(source);
        if (!compiled.state_->text.is_valid()) return not_readable();
        return compiled;
    } catch (const std::exception&) {
        return not_readable();
    }
}

std::string MustacheText::render(TagSource& source) const {
    Context context(source);
    TextSink sink;
    state_->text.render(context, sink);
    return std::move(sink.text);
}

}  // namespace madoguchi::templates::fill
