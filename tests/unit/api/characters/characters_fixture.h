// Links in a folder of their own, and conversions of texts that a test holds.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "api/characters/convert.h"
#include "api/characters/link.h"

namespace madoguchi::api {

/// A source of these bytes, which outlive it, in parts of at most `part` bytes.
ByteSource source_of(std::string_view bytes, std::size_t part = 65'536);

struct Converted {
    std::string bytes;
    ConversionReport report;

    /// The codes of the findings, with a blank between.
    std::string codes() const;
};

Converted converted(const ConversionSettings& settings, std::string_view bytes,
                    std::size_t part = 65'536);

class LinkFolder : public testing::Test {
  protected:
    void SetUp() override;
    void TearDown() override { std::filesystem::remove_all(directory); }

    void write(const std::string& name, std::string_view content) const;
    Result<Link> read(std::string_view json) const;
    /// The settings of a conversion to or from a link, which must be right.
    ConversionSettings to_link(std::string_view json);
    ConversionSettings from_link(std::string_view json);

    std::filesystem::path directory;
    std::unique_ptr<const Link> link;
    std::shared_ptr<const fonts::MjTable> table;
};

}  // namespace madoguchi::api
