#include "render/layout/customer_bars.h"

#include <array>
#include <numeric>
#include <vector>

namespace madoguchi::render {

namespace {

/// By the number that the check digit is counted with: 0 to 9, hyphen, CC1 to CC8.
constexpr std::array<std::string_view, 19> bars = {"FTT", "FFT", "FDA", "DFA", "FAD", "FTF", "DAF",
                                                   "AFD", "ADF", "TFF", "TFT", "DAT", "DTA", "ADT",
                                                   "TDA", "ATD", "TAD", "TTF", "FFF"};
constexpr std::string_view start = "FD", stop = "DF";
constexpr int hyphen = 10, first_control = 11, filling = 14;
constexpr std::size_t codes_of_a_barcode = 20;

/// A letter is a control code for ten of them, and a digit.
std::vector<int> codes_of(std::string_view text) {
    std::vector<int> codes;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z') {
            codes.push_back(first_control + (c - 'A') / 10);
            codes.push_back((c - 'A') % 10);
        } else {
            codes.push_back(c == '-' ? hyphen : c - '0');
        }
    }
    codes.resize(codes_of_a_barcode, filling);
    return codes;
}

}  // namespace

std::string customer_bars(std::string_view text) {
    std::vector<int> codes = codes_of(text);
    const int count = static_cast<int>(bars.size());
    const int sum = std::accumulate(codes.begin(), codes.end(), 0);
    codes.push_back((count - sum % count) % count);
    std::string out(start);
    for (const int code : codes)
        out += bars[static_cast<std::size_t>(code)];
    return out.append(stop);
}

}  // namespace madoguchi::render
