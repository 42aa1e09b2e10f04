#include "tests/support/pdf_break.h"

#include <gtest/gtest.h>

#include <qpdf/QPDFWriter.hh>

namespace madoguchi::tests {

std::string rewritten(const std::string& file, const std::function<void(QPDF&)>& mutate) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("good", file.data(), file.size());
    mutate(pdf);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setStaticID(true);
    // qpdf writes "1 0 obj" and "stream" on lines of their own, as PDF/A wants them.
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string stream_text(QPDFObjectHandle stream) {
    const auto data = stream.getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

void set_stream(QPDFObjectHandle stream, const std::string& text) {
    stream.replaceStreamData(text, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

void replace_in(QPDFObjectHandle stream, const std::string& from, const std::string& to) {
    std::string text = stream_text(stream);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos);
    set_stream(stream, text.replace(at, from.size(), to));
}

}  // namespace madoguchi::tests
