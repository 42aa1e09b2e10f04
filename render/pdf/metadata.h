// What a file says about itself: the Info dictionary and the XMP packet, from the same values
// (ISO 19005-2, 6.6).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "render/pdf/object.h"

namespace madoguchi::render::pdf {

struct Metadata {
    std::string title;
    std::string language;
    std::string form_id;
    std::string form_version;
    std::string document_id;
    std::string issued_at;        ///< RFC 3339 with an offset or Z, or empty
    bool tagged = false;          ///< PDF/A's level A instead of U, and PDF/UA-1
    bool has_attachment = false;  ///< part 3 of PDF/A instead of 2
    bool archival = true;         ///< whether it claims to be PDF/A at all
};

/// RFC 3339 with seconds and an offset or Z, of a day that the calendar has.
bool is_time_of_issue(std::string_view text);

/// Fails on a time that is none ("pdf.issued-at") and on values longer than PDF/A allows.
Result<Done> check(const Metadata& metadata);

Dictionary info_of(const Metadata& metadata);
ObjectId write_xmp(ObjectFile& file, const Metadata& metadata);

/// The packet itself. Form id, version and document id stand in a namespace of ours, which the
/// packet describes by an extension schema (ISO 19005-2, 6.6.2.3.3).
std::string xmp_packet(const Metadata& metadata);

/// "D:20260401093000+09'00'" for "2026-04-01T09:30:00+09:00" (ISO 32000-1, 7.9.4).
std::string pdf_date(const std::string& issued_at);

}  // namespace madoguchi::render::pdf
