#include <utility>

#include "api/access/staff_change_words.h"
#include "api/access/yearly_change.h"
#include "api/store/payload.h"

namespace madoguchi::api::access {

std::string write_changes(const std::vector<StaffChange>& changes) {
    std::vector<std::string> texts;
    for (const StaffChange& change : changes) {
        store::PayloadWriter writer;
        writer.put("line", static_cast<std::int64_t>(change.line));
        writer.put("kind", word_of(change.kind));
        writer.put("login", change.login);
        writer.put("name", change.name);
        writer.put("department", change.department);
        writer.put("roles", change.roles);
        writer.put("on", change.on);
        texts.push_back(writer.take());
    }
    store::PayloadWriter all;
    all.put("changes", texts);
    return all.take();
}

std::vector<StaffChange> read_changes(std::string_view payload) {
    std::vector<std::string> texts;
    store::PayloadReader all(payload);
    all.get("changes", texts);
    std::vector<StaffChange> changes;
    for (const std::string& text : texts) {
        store::PayloadReader reader(text);
        StaffChange change;
        std::string kind;
        reader.get("line", change.line);
        reader.get("kind", kind);
        reader.get("login", change.login);
        reader.get("name", change.name);
        reader.get("department", change.department);
        reader.get("roles", change.roles);
        reader.get("on", change.on);
        for (const auto& [known, word] : staff_change_kinds) {
            if (kind == word) change.kind = known;
        }
        if (reader.sound()) changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace madoguchi::api::access
