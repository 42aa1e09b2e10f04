// 暗号化: a PDF that opens with a password alone.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace madoguchi::api {

/// AES-256 as ISO 32000-2 has it (7.6.4, revision 6), metadata encrypted too. Whoever opens it may
/// print and have it read aloud, and change nothing. The key is random, and so are the bytes: no
/// two runs give the same. `pdf` is a file of ours that does not claim to be PDF/A. Findings:
/// "encrypt.password" for a password of other than 8 to 127 bytes of UTF-8, "encrypt.failed".
Result<std::string> encrypt_pdf(const std::string& pdf, const std::string& password);

}  // namespace madoguchi::api
