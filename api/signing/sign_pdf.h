// 電子署名: a finished PDF with room for a signature becomes a signed one.
#pragma once

#include <string>

#include "api/signing/cades.h"

namespace madoguchi::api {

/// `pdf` was written with PdfOptions::signature. Every byte but the signature's own is signed.
/// Findings: "sign.no-room" when there is none, "sign.too-large" when the signature (with its
/// chain and time stamp) is larger than the room, and those of signing.
Result<std::string> sign_pdf(std::string pdf, const SigningKey& key,
                             const AskForTime& ask_for_time = {});

}  // namespace madoguchi::api
