#include <chrono>
#include <ctime>
#include <ostream>
#include <utility>

#include "api/cli/commands.h"
#include "api/cli/report.h"
#include "api/gaiji/reader.h"
#include "api/gaiji/registration.h"
#include "api/places.h"
#include "api/tenants/tenant.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::api::cli {

namespace {

using Day = std::chrono::year_month_day;

Day today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    return {std::chrono::year(local.tm_year + 1900),
            std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
            std::chrono::day(static_cast<unsigned>(local.tm_mday))};
}

/// The words were checked when they were parsed.
template <typename C>
fonts::GaijiReason reason(const C& command) {
    return {fonts::parse_day(command.date).value_or(today()), command.note};
}

char32_t code_of(const std::string& text) {
    return fonts::parse_gaiji_code(text).value_or(0);
}

int stop(const Diagnostics& findings, Streams streams) {
    report(findings, FindingsFormat::Lines, streams);
    return stopped;
}

/// Not one finding for each: a font for 1,880 codes may have shapes for ten.
Diagnostic left_out(const std::vector<char32_t>& blanks) {
    constexpr std::size_t shown = 10;
    std::string codes;
    for (std::size_t i = 0; i < blanks.size() && i < shown; ++i)
        codes += (i == 0 ? "" : " ") + fonts::write_gaiji_code(blanks[i]);
    if (blanks.size() > shown) codes += " …";
    const std::string number = std::to_string(blanks.size());
    return {.severity = Severity::Warning,
            .code = "gaiji.blank-left-out",
            .message = {"字形のないコード " + number + " 個は登録しません（" + codes + "）。",
                        number + " codes without a shape are not registered (" + codes + ")."},
            .hints = {}};
}

std::string day_text(const std::optional<Day>& day) {
    return day ? fonts::write_day(*day) : std::string();
}

/// One line, columns parted by tabs, as spreadsheets take them.
std::string line(const fonts::GaijiEntry& entry) {
    std::string substitutes;
    for (const auto& [repertoire, text] : entry.substitutes) {
        substitutes +=
            (substitutes.empty() ? "" : " ") + std::string(to_string(repertoire)) + "=" + text;
    }
    std::string text;
    for (const std::string& column :
         {fonts::write_gaiji_code(entry.code_point), entry.vendor_code, entry.reading,
          entry.meaning, fonts::write_gaiji_identity(entry.identity), substitutes,
          day_text(entry.valid_from), day_text(entry.valid_to), entry.source})
        text += (text.empty() ? "" : "\t") + column;
    return text;
}

std::optional<std::optional<Day>> day_change(const std::optional<std::string>& said) {
    if (!said) return std::nullopt;
    return fonts::parse_day(*said);
}

GaijiDescription description(const GaijiSetCommand& command) {
    GaijiDescription said{.vendor_code = command.vendor_code,
                          .reading = command.reading,
                          .meaning = command.meaning,
                          .source = command.source,
                          .valid_from = day_change(command.valid_from),
                          .valid_to = day_change(command.valid_to)};
    if (command.identified) {
        said.identity =
            fonts::parse_gaiji_identity(*command.identified).value_or(fonts::NotExamined{});
    }
    for (const std::string& substitute : command.substitutes) {
        const std::size_t equals = substitute.find('=');
        if (const auto name = fonts::parse_repertoire_name(substitute.substr(0, equals)))
            said.substitutes[*name] = substitute.substr(equals + 1);
    }
    return said;
}

}  // namespace

int run(const GaijiImportCommand& command, Streams streams) {
    GaijiImport import{.tenant = command.tenant,
                       .file = command.file,
                       .vendor_code = command.vendor_code,
                       .reading = command.reading,
                       .meaning = command.meaning,
                       .source = command.source};
    if (!command.code.empty()) import.code = code_of(command.code);
    if (command.replace) import.other = fonts::OtherShape::Replaced;
    const auto imported = import_gaiji(import, reason(command), upload_programs());
    if (!imported.ok()) return stop(imported.findings(), streams);
    if (!imported->blanks.empty() && command.code.empty())
        report({left_out(imported->blanks)}, FindingsFormat::Lines, streams);
    streams.out << imported->read.size() << " 字を読み、" << imported->registered
                << " 字が登録されています / " << imported->read.size() << " read, "
                << imported->registered << " registered\n";
    return done;
}

int run(const GaijiListCommand& command, Streams streams) {
    const auto tenant = read_tenant(command.tenant);
    if (!tenant.ok()) return stop(tenant.findings(), streams);
    if (tenant->registry == nullptr) return done;
    for (const fonts::GaijiEntry& entry : tenant->registry->entries())
        streams.out << line(entry) << '\n';
    return done;
}

/// A number that the list does not have identifies nothing.
Result<Done> check_identity(const GaijiSetCommand& command) {
    const auto number = fonts::parse_mj_name(command.identified.value_or(""));
    if (!number) return Done{};
    const auto table = TRY(fonts::MjTable::open(find_places().characters));
    if (table->by_number(*number)) return Done{};
    return fonts::gaiji_finding(
        code_of(command.code), "gaiji.unknown-identity",
        {*command.identified + " という番号の文字はありません。",
         "there is no character " + *command.identified + "."},
        {"番号を確かめてください。似た文字は madoguchi characters identify で"
         "探せます。",
         "Check the number; madoguchi characters identify finds it."});
}

int run(const GaijiSetCommand& command, Streams streams) {
    const Result<Done> identity = check_identity(command);
    if (!identity.ok()) return stop(identity.findings(), streams);
    const auto changed = describe_gaiji(command.tenant, code_of(command.code), description(command),
                                        reason(command));
    return changed.ok() ? done : stop(changed.findings(), streams);
}

int run(const GaijiRemoveCommand& command, Streams streams) {
    const auto removed = remove_gaiji(command.tenant, code_of(command.code), reason(command));
    return removed.ok() ? done : stop(removed.findings(), streams);
}

int run(const GaijiReaderCommand&, Streams) {
    run_gaiji_reader();
}

}  // namespace madoguchi::api::cli
