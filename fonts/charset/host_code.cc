#include "fonts/charset/host_code.h"

#include <algorithm>

#include "fonts/charset/recoder.h"

namespace madoguchi::fonts {

namespace {

HostCode::State state_of(const CodeState& state, const HostCode& code) {
    // CodeState counts from the code's own start, so that a new one is right for every code.
    const bool is_other = state.shift != 0;
    if (!is_other) return code.start();
    return code.start() == HostCode::State::Single ? HostCode::State::Double
                                                   : HostCode::State::Single;
}

void keep_state(CodeState& kept, const HostCode& code, HostCode::State state) {
    kept.shift = state == code.start() ? 0 : 1;
}

void take_unit(Recoder& recoder, const HostCode& code, HostCode::State state) {
    const bool is_pair = state == HostCode::State::Double;
    if (is_pair && recoder.left() < 2) return recoder.truncated(1);
    const std::uint16_t code_value = is_pair ? recoder.pair() : std::uint16_t{recoder.byte()};
    const HostCodeUnit unit{code_value, is_pair};
    const std::string_view text = code.decode(unit);
    const std::size_t size = is_pair ? 2 : 1;
    if (text.empty()) return recoder.fault(CodeFault::Unmapped, size);
    recoder.write(text);
    recoder.skip(size);
}

class HostEncoder {
  public:
    HostEncoder(Recoder& recoder, const HostCode& code)
        : recoder_(recoder), code_(code), state_(state_of(recoder.state(), code)) {}

    void run() {
        const std::string_view text = recoder_.rest();
        for (const Cluster& cluster : grapheme_clusters(text))
            write_cluster(text.substr(cluster.offset, cluster.size));
        if (recoder_.is_last()) shift(code_.start());
        keep_state(recoder_.state(), code_, state_);
    }

  private:
    void write_cluster(std::string_view cluster) {
        const auto units = units_of(cluster);
        if (!units) return recoder_.fault(CodeFault::NotInCode, cluster.size());
        for (const HostCodeUnit unit : *units) {
            shift(unit.is_pair ? HostCode::State::Double : HostCode::State::Single);
            recoder_.write_code(unit.code, unit.is_pair ? 2 : 1);
        }
        recoder_.skip(cluster.size());
    }

    /// The cluster's own code; else the codes of its longest mapped pieces, in order.
    std::optional<std::vector<HostCodeUnit>> units_of(std::string_view cluster) const {
        std::vector<HostCodeUnit> units;
        // A name is one character; its letters are not.
        const bool is_name = !character_reference(cluster, 0).empty();
        if (is_name && !code_.encode(cluster)) return std::nullopt;
        while (!cluster.empty()) {
            std::size_t size = cluster.size();
            auto unit = code_.encode(cluster);
            while (!unit && size > 0) {
                do {
                    --size;
                } while (size > 0 && (static_cast<std::uint8_t>(cluster[size]) & 0xc0) == 0x80);
                if (size > 0) unit = code_.encode(cluster.substr(0, size));
            }
            const bool is_cut_from_selector =
                unit && size < cluster.size() &&
                is_variation_selector(decode_utf8(cluster, size).code_point);
            if (!unit || is_cut_from_selector) return std::nullopt;
            units.push_back(*unit);
            cluster.remove_prefix(size);
        }
        return units;
    }

    void shift(HostCode::State wanted) {
        if (state_ == wanted) return;
        // The reader refuses a table with codes of a state that no shift leads to.
        recoder_.write(code_.shift_to(wanted)->bytes);
        state_ = wanted;
    }

    Recoder& recoder_;
    const HostCode& code_;
    HostCode::State state_;
};

}  // namespace

const HostCode::Shift* HostCode::shift_at(std::string_view bytes) const {
    const auto found = std::find_if(shifts_.begin(), shifts_.end(), [&](const Shift& shift) {
        return bytes.starts_with(shift.bytes);
    });
    return found == shifts_.end() ? nullptr : &*found;
}

bool HostCode::begins_shift(std::string_view bytes) const {
    return std::any_of(shifts_.begin(), shifts_.end(), [&](const Shift& shift) {
        return bytes.size() < shift.bytes.size() && shift.bytes.starts_with(bytes);
    });
}

const HostCode::Shift* HostCode::shift_to(State state) const {
    const auto found = std::find_if(shifts_.begin(), shifts_.end(),
                                    [&](const Shift& shift) { return shift.to == state; });
    return found == shifts_.end() ? nullptr : &*found;
}

std::string_view HostCode::decode(HostCodeUnit unit) const {
    const auto entry = texts_.find(unit);
    return entry == texts_.end() ? std::string_view() : std::string_view(entry->second);
}

std::optional<HostCodeUnit> HostCode::encode(std::string_view character) const {
    const auto entry = codes_.find(character);
    if (entry == codes_.end()) return std::nullopt;
    return entry->second;
}

Recoded decode(std::string_view bytes, const HostCode& code, CodeState& state, Part part) {
    Recoder recoder(bytes, state, part);
    HostCode::State now = state_of(state, code);
    while (!recoder.at_end()) {
        if (const HostCode::Shift* shift = code.shift_at(recoder.rest())) {
            now = shift->to;
            recoder.skip(shift->bytes.size());
        } else if (part == Part::MoreFollows && code.begins_shift(recoder.rest())) {
            recoder.truncated(recoder.left());
        } else {
            take_unit(recoder, code, now);
        }
    }
    keep_state(state, code, now);
    if (now != code.start() && part == Part::Last) recoder.fault(CodeFault::OpenShift, 0);
    return recoder.finish();
}

Recoded encode(std::string_view text, const HostCode& code, CodeState& state, Part part) {
    Recoder recoder(text, state, part);
    HostEncoder(recoder, code).run();
    return recoder.finish();
}

Recoded decode(std::string_view bytes, const HostCode& code) {
    CodeState state;
    return decode(bytes, code, state, Part::Last);
}

Recoded encode(std::string_view text, const HostCode& code) {
    CodeState state;
    return encode(text, code, state, Part::Last);
}

}  // namespace madoguchi::fonts
