#include "api/characters/convert.h"

#include <map>
#include <utility>

#include "api/characters/record_place.h"
#include "base/utf8.h"

namespace madoguchi::api {

namespace {

enum class Purpose { Write, Check };

ConversionSettings with_line_ends(ConversionSettings settings) {
    settings.records.has_next_line = !settings.from.is_unicode();
    return settings;
}

class Conversion {
  public:
    Conversion(ConversionSettings settings, const ByteSource& source, const ByteSink& sink,
               Purpose purpose)
        : settings_(with_line_ends(std::move(settings))),
          purpose_(purpose),
          rules_(settings_.rules),
          pieces_(settings_.from, settings_.records, source),
          walk_(settings_.records),
          output_(settings_.rules.to, settings_.written, sink) {}

    Result<ConversionReport> run() {
        while (!pieces_.at_end()) {
            TextPiece piece = TRY(pieces_.next());
            convert_piece(piece);
            if (is_writing()) {
                TRY(output_.flush());
            } else {
                output_.discard();
            }
        }
        report_fit(output_.end_text(), place_of_byte(pieces_.offset()));
        if (is_writing()) TRY(output_.finish());
        count_last_record();
        report_seen();
        return std::move(report_);
    }

  private:
    struct Seen {
        std::size_t count = 0;
        InputPlace first;
    };

    bool is_writing() const { return purpose_ == Purpose::Write && report_.whole(); }

    void convert_piece(TextPiece& piece) {
        auto fault = piece.faults().begin();
        const auto report_faults_to = [&](std::size_t text_offset) {
            for (; fault != piece.faults().end() && has_room(); ++fault) {
                if (piece.text_offset_of(fault->offset) > text_offset) return;
                add_error(code_finding(*fault, place_of_byte(fault->offset)));
            }
        };
        report_.faults += piece.fault_count();
        const std::string_view text = piece.text();
        for (const Cluster& cluster : grapheme_clusters(text)) {
            if (fault != piece.faults().end()) report_faults_to(cluster.offset);
            convert_cluster(text.substr(cluster.offset, cluster.size), piece, cluster.offset);
        }
        report_faults_to(text.size());
        last_is_open_ = !text.empty() && !ends_line(last_character_, settings_.records);
        if (piece.end() == PieceEnd::Field) end_fixed_field();
        if (piece.end() == PieceEnd::Record) end_fixed_record();
    }

    /// A mark that begins a field stands for people upon the delimiter before it.
    void convert_cluster(std::string_view cluster, TextPiece& piece, std::size_t text_offset) {
        const bool has_fields = settings_.written.delimiter.has_value();
        const std::size_t at =
            has_fields ? cluster.find(*settings_.written.delimiter) : std::string_view::npos;
        if (at == std::string_view::npos) return convert_character(cluster, piece, text_offset);
        if (at > 0) convert_character(cluster.substr(0, at), piece, text_offset);
        ++report_.characters;
        report_fit(output_.end_field(), place(piece, text_offset + at));
        walk_.pass(cluster.substr(at, 1));
        last_character_ = cluster.substr(at, 1);
        if (at + 1 < cluster.size())
            convert_cluster(cluster.substr(at + 1), piece, text_offset + at + 1);
    }

    void convert_character(std::string_view character, TextPiece& piece, std::size_t text_offset) {
        const Fate& fate = rules_.fate_of(character);
        ++report_.characters;
        note(character, fate, piece, text_offset);
        last_character_ = character;
        if (ends_line(character, settings_.records) &&
            settings_.records.kind == RecordForm::Kind::Lines) {
            report_fit(output_.end_line(fate.text), place(piece, text_offset));
        } else if (!stops(fate.kind)) {
            output_.add(fate.text);
        }
        const bool is_fixed = settings_.records.kind == RecordForm::Kind::Fixed;
        if (is_fixed && breaks_field(fate.text, settings_.records))
            add_fault(delimiter_finding(character, place(piece, text_offset)));
        walk_.pass(character);
    }

    void end_fixed_field() {
        if (settings_.records.delimiter)
            output_.add(std::string_view(&*settings_.records.delimiter, 1));
        walk_.pass_field_end();
        last_is_open_ = true;
    }

    void end_fixed_record() {
        output_.end_line("\n");
        walk_.pass_record_end();
        last_is_open_ = false;
    }

    void note(std::string_view character, const Fate& fate, TextPiece& piece,
              std::size_t text_offset) {
        count(fate.kind);
        if (stops(fate.kind) && has_room())
            add_error(fate_finding(character, fate, 1, place(piece, text_offset),
                                   settings_.rules.direction));
        const bool is_told = fate.kind == FateKind::OwnCode || fate.kind == FateKind::Replaced ||
                             fate.kind == FateKind::Marked;
        if (!is_told && purpose_ != Purpose::Check) return;
        auto seen = seen_.find(character);
        if (seen == seen_.end()) {
            if (seen_.size() >= CharacterRules::most_known) return;
            seen = seen_.emplace(character, Seen{0, place(piece, text_offset)}).first;
        }
        ++seen->second.count;
    }

    void count(FateKind kind) {
        report_.variants += kind == FateKind::Variant;
        report_.gaiji += kind == FateKind::Gaiji;
        report_.own_codes += kind == FateKind::OwnCode;
        report_.replaced += kind == FateKind::Replaced;
        report_.marked += kind == FateKind::Marked;
        report_.stopped += stops(kind);
    }

    InputPlace place(TextPiece& piece, std::size_t text_offset) const {
        return place_of_byte(piece.offset_of(text_offset));
    }

    InputPlace place_of_byte(std::size_t offset) const {
        return {settings_.input_name, offset, walk_.place()};
    }

    bool has_room() const { return report_.findings.size() < ConversionReport::most_errors; }

    void add_error(Diagnostic finding) {
        if (has_room()) report_.findings.push_back(std::move(finding));
    }

    void add_fault(Diagnostic finding) {
        ++report_.faults;
        add_error(std::move(finding));
    }

    void report_fit(RecordFit fit, const InputPlace& where) {
        if (fit == RecordFit::FieldTooLong) add_fault(long_field_finding(settings_.written, where));
        if (fit == RecordFit::OtherFields) add_fault(field_count_finding(settings_.written, where));
    }

    void count_last_record() { report_.records = walk_.place().record - (last_is_open_ ? 0 : 1); }

    void report_seen() {
        const std::size_t told = report_.findings.size();
        const std::size_t all = report_.faults + report_.stopped;
        if (told < all) {
            const std::string more = std::to_string(all - told);
            report_.findings.push_back(
                {.code = "convert.more-errors",
                 .message = {"ほかに" + more + "か所あります", "there are " + more + " more"}});
        }
        for (const auto& [character, seen] : seen_) {
            const Fate& fate = rules_.fate_of(character);
            const bool is_kept = fate.kind == FateKind::Kept || fate.kind == FateKind::Variant ||
                                 fate.kind == FateKind::Gaiji;
            if (!is_kept && !stops(fate.kind))
                report_.findings.push_back(fate_finding(character, fate, seen.count, seen.first,
                                                        settings_.rules.direction));
            if (purpose_ == Purpose::Check)
                report_.seen.push_back({character, fate, seen.count, seen.first});
        }
    }

    ConversionSettings settings_;
    Purpose purpose_;
    CharacterRules rules_;
    TextPieces pieces_;
    RecordWalk walk_;
    RecordOutput output_;
    std::string last_character_;
    bool last_is_open_ = false;
    std::map<std::string, Seen, std::less<>> seen_;
    ConversionReport report_;
};

}  // namespace

Result<ConversionReport> convert(ConversionSettings settings, const ByteSource& source,
                                 const ByteSink& sink) {
    return Conversion(std::move(settings), source, sink, Purpose::Write).run();
}

Result<ConversionReport> check(ConversionSettings settings, const ByteSource& source) {
    const ByteSink nowhere = [](std::string_view) { return Result<Done>(Done{}); };
    return Conversion(std::move(settings), source, nowhere, Purpose::Check).run();
}

}  // namespace madoguchi::api
