// Where output may go: never over what was read, never in place of a device, and not among older
// output that would be taken for the new one.
#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"

namespace madoguchi::api {

/// The file that a target means: symbolic links are followed, and there need be nothing yet where
/// the last one points to. Fails with "output.not-a-file" when a folder, device or pipe is there.
Result<std::filesystem::path> follow_links(std::filesystem::path target);

/// Fails with "output.is-input" when the target is one of the inputs, under whatever name.
Result<Done> refuse_inputs(const std::filesystem::path& target,
                           const std::vector<std::filesystem::path>& inputs);

/// "000012.pdf": a number and nothing else, for a file's name must not say whose form it holds.
std::filesystem::path numbered_pdf(const std::filesystem::path& directory, std::size_t number);

/// Makes the folder if it is not there. Fails with "output.older-files" when it holds numbered
/// PDFs: where a record is not printed an older run's file, somebody else's, would stand under its
/// number. Other files can stay; nobody takes them for forms of this run.
Result<Done> open_directory(const std::filesystem::path& directory);

/// "out.svg" for one sheet; "out-1.svg", "out-2.svg" … for several. Fails with "output.older-files"
/// when another run's sheets stand beside them that these do not replace ("out-3.svg" beside two
/// sheets): they would be taken for sheets of this form. They are not removed, since a name does
/// not say whose they are: "out-1.svg" may be a form of its own.
Result<std::vector<std::filesystem::path>> name_sheets(const std::filesystem::path& output,
                                                       std::size_t sheets);

}  // namespace madoguchi::api
