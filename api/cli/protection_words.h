// 電子署名と暗号化: options of printing words, and what they do to a finished PDF.
#pragma once

#include <optional>
#include <string>

#include "api/cli/words.h"
#include "api/signing/sign_pdf.h"
#include "render/render.h"

namespace madoguchi::api::cli {

void add_protection_options(CLI::App& app, ProtectionWords& words);
bool is_protected(const ProtectionWords& words);
/// What cannot stand together, as words for whoever wrote it; nothing when all is well.
std::optional<PrintAndLeave> find_contradiction(const ProtectionWords& words, bool is_pdf);

/// Key, password and authority, opened once for any number of files.
class Protection {
  public:
    static Result<Protection> open(const ProtectionWords& words);

    /// What the file must have for what will be done to it.
    void prepare(render::PdfOptions& options) const;
    /// The file signed or encrypted; as it is when neither is asked for.
    Result<std::string> apply(std::string pdf) const;

  private:
    std::optional<render::SignatureRoom> room_;
    std::optional<SigningKey> key_;
    AskForTime ask_for_time_;
    std::string password_;
};

}  // namespace madoguchi::api::cli
