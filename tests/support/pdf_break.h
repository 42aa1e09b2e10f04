// A good file broken through qpdf's objects, to see that a judge says so.
#pragma once

#include <functional>
#include <string>

#include <qpdf/QPDF.hh>

namespace madoguchi::tests {

/// The file after `mutate`, put down anew by qpdf as PDF/A wants it.
std::string rewritten(const std::string& file, const std::function<void(QPDF&)>& mutate);

std::string stream_text(QPDFObjectHandle stream);
void set_stream(QPDFObjectHandle stream, const std::string& text);
/// The first `from`, which has to be there.
void replace_in(QPDFObjectHandle stream, const std::string& from, const std::string& to);

}  // namespace madoguchi::tests
