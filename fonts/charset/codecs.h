// The codecs by family; charset.cc chooses.
#pragma once

#include "fonts/charset/code_table.h"
#include "fonts/charset/recoder.h"

namespace madoguchi::fonts {

void decode_utf8_text(Recoder& recoder);
enum class ByteOrder { LittleEndian, BigEndian };
void decode_utf16(Recoder& recoder, ByteOrder order);
void encode_utf16(Recoder& recoder, ByteOrder order);

enum class ShiftJisKind { Cp932, Jis1997, Jis2004 };
void decode_shift_jis(Recoder& recoder, ShiftJisKind kind);
void encode_shift_jis(Recoder& recoder, ShiftJisKind kind);
/// CP932 with other codes for characters that it has twice.
void encode_cp932(Recoder& recoder, const CodeTable& pairs);

enum class EucKind { Jp, Jis2004 };
void decode_euc(Recoder& recoder, EucKind kind);
void encode_euc(Recoder& recoder, EucKind kind);
void decode_iso_2022(Recoder& recoder, EucKind kind);
void encode_iso_2022(Recoder& recoder, EucKind kind);

enum class EbcdicKind { Ibm930, Ibm939, Ibm1390, Ibm1399 };
void decode_ebcdic(Recoder& recoder, EbcdicKind kind);
void encode_ebcdic(Recoder& recoder, EbcdicKind kind);

}  // namespace madoguchi::fonts
