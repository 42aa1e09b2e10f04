// Reads a mapping file of a host code (fonts/charset/host_code.h has its grammar).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "fonts/charset/host_code.h"

namespace madoguchi::fonts {

class HostCodeReader {
  public:
    HostCodeReader(std::string_view source, const std::string& name, const MjTable* list)
        : source_(source), name_(name), list_(list) {}
    Result<HostCode> read();

  private:
    using Parts = std::vector<std::string_view>;

    void read_line(std::string_view line);
    void read_words(const Parts& parts);
    void read_code(HostCodeUnit unit, const Parts& parts);
    bool is_beyond_list(std::string_view name) const;
    void read_text(std::string& into, const Parts& parts);
    void read_base(const Parts& parts);
    void read_start(const Parts& parts);
    void read_shift(HostCode::State to, const Parts& parts);
    void read_space(const Parts& parts);
    void read_user_area(const Parts& parts);

    enum class Use { Both, DecodeOnly };
    /// One finding for each call at most.
    bool map(HostCodeUnit unit, const std::string& text, Use use);
    void add_base();
    void check_shifts();
    void check_units();
    void check_states();
    bool collides_with_shift(HostCodeUnit unit) const;

    void malformed(std::string ja, std::string en);
    void clash(std::string ja, std::string en);
    void incomplete(std::string ja, std::string en);
    void add(std::string code, std::size_t line, BilingualText message);

    std::string_view source_;
    const std::string& name_;
    const MjTable* list_;
    std::size_t line_ = 0;
    HostCode code_;
    bool has_start_ = false;
    std::string base_;
    std::map<HostCodeUnit, std::size_t> lines_;  ///< where a code was said
    std::vector<std::size_t> shift_lines_;
    Diagnostics findings_;
};

}  // namespace madoguchi::fonts
