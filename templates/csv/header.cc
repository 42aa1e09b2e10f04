#include "templates/csv/header.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "templates/format/date.h"
#include "templates/similar.h"

namespace madoguchi::templates::csv {

namespace {

/// A, B … Z, AA, AB …
std::string letters(std::size_t index) {
    std::string text;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        text.insert(text.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return text;
}

BilingualText describe_column(std::size_t index) {
    const std::string number = std::to_string(index + 1), letter = letters(index);
    return {number + "列目 (" + letter + ")", "column " + number + " (" + letter + ")"};
}

/// A cell of the header and what it was read as; both may be empty.
struct Heading {
    std::optional<Column> column;
    std::optional<std::string> meant;  ///< the declared name that a wrong one is near to
    std::size_t offset = 0;
};

std::vector<Heading> read_headings(const Template& form, const std::vector<HeaderCell>& cells) {
    const std::vector<std::string> names = column_names(form);
    const std::vector<std::string_view> views(names.begin(), names.end());
    std::vector<Heading> headings;
    for (const HeaderCell& cell : cells) {
        Heading heading{.column = find_column(form, cell.name), .offset = cell.offset};
        if (!heading.column) {
            if (const auto near = similar_name(cell.name, views)) heading.meant = *near;
        }
        headings.push_back(std::move(heading));
    }
    return headings;
}

Diagnostic no_header(const Template& form) {
    const std::vector<std::string> names = column_names(form);
    const std::string example = names.empty() ? std::string() : names.front();
    return {.code = "csv.no-header",
            .message = {"1行目に様式の項目の名前がありません。見出しの行がないようです。",
                        "The first line names no field of the form: there seems to be no header."},
            .hints = {{"1行目に項目の名前（「" + example +
                           "」など）をコンマで区切って書いてください。文字コードが違うときは "
                           "--encoding で指定してください。",
                       "Write names of fields (\"" + example +
                           "\" …) into the first line, divided by commas. If the encoding is "
                           "another one, say so with --encoding."}}};
}

void find_unknown(const std::vector<Heading>& headings, std::vector<ValueFinding>& findings) {
    for (std::size_t i = 0; i < headings.size(); ++i) {
        if (headings[i].column) continue;
        const BilingualText where = describe_column(i);
        Diagnostic unknown{
            .code = "csv.unknown-column",
            .message = {where.ja + "の見出しは様式の項目の名前ではありません。",
                        "The heading of " + where.en + " names no field of the form."}};
        if (const std::optional<std::string>& meant = headings[i].meant) {
            unknown.hints.push_back(
                {"「" + *meant + "」ではありませんか。", "Did you mean \"" + *meant + "\"?"});
        }
        findings.push_back({std::move(unknown), headings[i].offset});
    }
}

/// The columns that may not stand beside this one: itself, and of a date the whole beside a part.
std::vector<std::string> rivals(const Column& column) {
    Column whole = column;
    whole.date_member = {};
    const std::string name = name_of(whole);
    if (!column.date_member.empty()) return {name_of(column), name};
    return {name, name + '.' + std::string(format::date_member),
            name + '.' + std::string(format::wording_member)};
}

Diagnostic same_value(const BilingualText& here, const BilingualText& there,
                      const std::string& name, const std::string& rival) {
    Diagnostic same{
        .code = "csv.duplicate-column",
        .message = {here.ja + "「" + name + "」は" + there.ja + "「" + rival + "」と同じ項目です。",
                    here.en + " (\"" + name + "\") holds the same value as " + there.en + " (\"" +
                        rival + "\")."}};
    if (name == rival) {
        same.hints.push_back({"一方の列を除いてください。", "Take one of the two out."});
    } else {
        same.hints.push_back(
            {"日付と不詳表記の列を分けるときは、見出しを「….日付」と「….不詳表記」"
             "にしてください。",
             "A date and its wording in two columns are headed \"….日付\" and "
             "\"….不詳表記\"."});
    }
    return same;
}

void find_repeated(const std::vector<Heading>& headings, std::vector<ValueFinding>& findings) {
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < headings.size(); ++i) {
        if (!headings[i].column) continue;
        const std::string name = name_of(*headings[i].column);
        for (const std::string& rival : rivals(*headings[i].column)) {
            const auto earlier = seen.find(rival);
            if (earlier == seen.end()) continue;
            findings.push_back(
                {same_value(describe_column(i), describe_column(earlier->second), name, rival),
                 headings[i].offset});
            break;
        }
        seen.emplace(name, i);
    }
}

void find_missing(const Template& form, const std::vector<Heading>& headings,
                  std::vector<ValueFinding>& findings) {
    for (const Field& field : form.fields) {
        const bool there =
            std::any_of(headings.begin(), headings.end(), [&](const Heading& heading) {
                return heading.column && heading.column->path.front().field == &field;
            });
        if (there || !field.required) continue;
        Diagnostic missing{.code = "csv.missing-column",
                           .message = {"必須の項目「" + field.name + "」の列がありません。",
                                       "The required value \"" + field.name + "\" has no column."}};
        findings.push_back({std::move(missing), no_offset});
    }
}

}  // namespace

Header read_header(const Template& form, const std::vector<HeaderCell>& cells) {
    std::vector<Heading> headings = read_headings(form, cells);
    const bool looks_like_one =
        std::any_of(headings.begin(), headings.end(),
                    [](const Heading& heading) { return heading.column || heading.meant; });
    Header header;
    if (!looks_like_one) {
        header.findings.push_back({no_header(form), no_offset});
        return header;
    }
    find_unknown(headings, header.findings);
    find_repeated(headings, header.findings);
    find_missing(form, headings, header.findings);
    if (!header.findings.empty()) return header;
    for (Heading& heading : headings)
        header.columns.push_back(std::move(*heading.column));
    return header;
}

}  // namespace madoguchi::templates::csv
