#include "tests/unit/api/characters/characters_fixture.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "api/places.h"

namespace madoguchi::api {

ByteSource source_of(std::string_view bytes, std::size_t part) {
    return [bytes, part](std::span<char> into) mutable -> Result<std::size_t> {
        const std::size_t count = std::min({into.size(), bytes.size(), part});
        std::copy_n(bytes.begin(), count, into.begin());
        bytes.remove_prefix(count);
        return count;
    };
}

std::string Converted::codes() const {
    std::string codes;
    for (const Diagnostic& finding : report.findings)
        codes += (codes.empty() ? "" : " ") + finding.code;
    return codes;
}

Converted converted(const ConversionSettings& settings, std::string_view bytes, std::size_t part) {
    Converted out;
    auto report = convert(settings, source_of(bytes, part), [&](std::string_view written) {
        out.bytes += written;
        return Result<Done>(Done{});
    });
    EXPECT_TRUE(report.ok());
    out.report = std::move(report).value();
    return out;
}

void LinkFolder::SetUp() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "madoguchi-link-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    directory = pattern;
    auto opened = fonts::MjTable::open(find_places().characters);
    ASSERT_TRUE(opened.ok()) << "run ./dev characters first";
    table = *opened;
}

void LinkFolder::write(const std::string& name, std::string_view content) const {
    std::ofstream(directory / name, std::ios::binary) << content;
}

Result<Link> LinkFolder::read(std::string_view json) const {
    write("link.json", json);
    return read_link(directory / "link.json");
}

ConversionSettings LinkFolder::from_link(std::string_view json) {
    auto read_one = read(json);
    EXPECT_TRUE(read_one.ok()) << (read_one.ok() ? "" : to_line(read_one.findings()[0]));
    link = std::make_unique<const Link>(std::move(read_one).value());
    ConversionSettings settings{.from = link->code, .records = link->records, .input_name = "in"};
    settings.rules.link = link.get();
    settings.rules.direction = Direction::FromLink;
    return settings;
}

ConversionSettings LinkFolder::to_link(std::string_view json) {
    ConversionSettings settings = from_link(json);
    settings.from = fonts::FileCode(fonts::CharsetName::Utf8);
    settings.rules.to = link->code;
    settings.rules.direction = Direction::ToLink;
    settings.rules.target = link->target;
    settings.rules.table = table.get();
    settings.rules.choices = link->choices;
    if (link->records.kind == RecordForm::Kind::Fixed) {
        settings.written = link->records;
        settings.records = lines_of(link->records);
    }
    return settings;
}

}  // namespace madoguchi::api
