// Any bytes as a CSV of people, in the encoding that the first byte chooses: every record is data
// that can be filled or findings, and the records are numbered without a gap.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "templates/csv_data.h"
#include "tests/fuzz/every_type_form.h"

namespace madoguchi::templates {
namespace {

void try_people(std::string_view source, CsvEncoding encoding) {
    auto people = CsvData::open(every_type_form().form(), source, "fuzz", encoding);
    if (!people) return require(has_errors(people.findings()));
    std::size_t number = 0;
    while (const auto record = people->next()) {
        require(record->number == ++number);
        require_fills_or_finds(record->data);
    }
}

}  // namespace
}  // namespace madoguchi::templates

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using madoguchi::templates::CsvEncoding;
    if (size == 0) return 0;
    constexpr CsvEncoding encodings[] = {CsvEncoding::Detect, CsvEncoding::Utf8,
                                         CsvEncoding::Cp932};
    madoguchi::templates::try_people({reinterpret_cast<const char*>(bytes) + 1, size - 1},
                                     encodings[bytes[0] % 3]);
    return 0;
}
