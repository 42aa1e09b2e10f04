// The words of the command line as values. `madoguchi --help` is written from the same
// declarations.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "api/cli/store_commands.h"
#include "base/result.h"

namespace madoguchi::api::cli {

// Exit codes.
inline constexpr int done = 0;
inline constexpr int stopped = 1;  ///< findings stopped it and no file was written, or it could not
                                   ///< say what it had to say
inline constexpr int wrong_use = 2;

/// What findings look like: lines for people on standard error, or JSON for programs on standard
/// output.
enum class FindingsFormat { Lines, Json };

/// How a PDF goes to a printer.
struct PrintWords {
    bool data_only = false;          ///< for stock that is printed already
    std::string watermark;           ///< 見本, 複写; empty: none
    std::filesystem::path printers;  ///< file of adjustments; empty: the tenant's printers.json
    std::string printer;             ///< whose adjustment; empty: none
    std::string duplex;              ///< "off", "long-edge", "short-edge"; empty: unsaid
    int copies = 0;                  ///< 0: unsaid
};

/// What is done to a finished PDF.
struct ProtectionWords {
    std::filesystem::path certificate, key, key_password;  ///< of a signature; empty: none
    std::string over_element, signer, reason, time_stamp_url;
    std::filesystem::path password;  ///< file with the password to open it; empty: not encrypted
};

struct RenderCommand {
    std::string form;  ///< id of a shipped form, or the path of a template
    std::filesystem::path data;
    std::filesystem::path output;  ///< .pdf or .svg
    std::filesystem::path tenant;  ///< directory; empty: none, or the one a sample names
    FindingsFormat findings = FindingsFormat::Lines;
    std::string issued_at;
    bool tagged = false;                   ///< a PDF that can be read aloud
    bool attach_data = false;              ///< the data within the PDF
    std::filesystem::path character_sets;  ///< directory; empty: the usual one, if it is there
    PrintWords print;
    ProtectionWords protection;
    std::filesystem::path ink;  ///< what a tablet captured; empty: nothing
};

struct BatchCommand {
    std::string form;
    std::filesystem::path data;       ///< .jsonl or .csv
    std::filesystem::path output;     ///< one PDF for all …
    std::filesystem::path directory;  ///< … or a PDF for each
    std::filesystem::path tenant;
    std::string encoding;  ///< of CSV: "utf-8", "cp932", empty: found out
    unsigned threads = 1;
    FindingsFormat findings = FindingsFormat::Lines;
    std::string issued_at;
    std::filesystem::path character_sets;
    bool restart = false;                 ///< not behind what an earlier run has left
    std::filesystem::path findings_file;  ///< findings as JSON Lines; empty: none
    PrintWords print;
    ProtectionWords protection;
    std::vector<std::string> sort_by;  ///< paths of fields
    std::string separate_by;           ///< path of a field
    bool cover = false, count_sheet = false;
    std::string records;  ///< "101-200" of the printed order; empty: all
    std::string note;     ///< on the sheets of the job: 再印刷
};

/// `test-sheet`: rulers from which a printer's adjustment is read.
struct TestSheetCommand {
    std::filesystem::path output;  ///< .pdf
    std::string paper = "A4";
    std::filesystem::path tenant;
    PrintWords print;  ///< printers and printer alone
};

/// A printed form becomes a template that has it as background.
struct BackgroundCommand {
    std::filesystem::path pdf;
    std::filesystem::path output;  ///< .json
    std::size_t page = 0;          ///< from 1; 0: all
    std::string id = "imported";
    std::string title = "取り込んだ様式";
    FindingsFormat findings = FindingsFormat::Lines;
};

struct ServeCommand {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::filesystem::path tenant;
    unsigned workers = 2;
    bool behind_proxy = false;
    std::filesystem::path character_sets;
};

struct FormsCommand {};

/// `characters show`: what is known of characters, or of every shape that a name's characters have.
struct ShowCharacters {
    std::vector<std::string> written;  ///< 辻, MJ025760, U+8FBB+E0102
    std::string name;                  ///< every variant of each of its characters
    std::filesystem::path tenant, character_sets;
    FindingsFormat format = FindingsFormat::Lines;
};

/// `characters coverage`: what the installed fonts draw of each set.
struct ShowCoverage {
    std::filesystem::path tenant, character_sets;
    FindingsFormat format = FindingsFormat::Lines;
};

/// `characters catalogue`: every character of 文字情報基盤 on paper.
struct PrintCatalogue {
    std::filesystem::path output;  ///< .pdf
};

struct ConvertCommand {
    std::string from = "utf-8";  ///< a code's name, or "link"
    std::string to = "utf-8";
    std::string link;  ///< a file, or the name of one in the tenant's folder links/; empty: none
    std::filesystem::path tenant;  ///< directory; empty: none
    std::filesystem::path character_sets;
    std::filesystem::path input, output;
    FindingsFormat findings = FindingsFormat::Lines;
};

struct CheckCharactersCommand {
    std::filesystem::path input;
    std::string from = "utf-8";  ///< a code's name
    std::string target;          ///< a repertoire's name
    std::filesystem::path tenant, character_sets;
    bool lists_kept = false;  ///< name kept characters too, not only count them
    FindingsFormat findings = FindingsFormat::Lines;
};

struct InstallCharacterSetCommand {
    std::filesystem::path package;  ///< directory of the package
    std::filesystem::path into;     ///< directory of all sets; empty: the usual one
};

struct ListCharacterSetsCommand {
    std::filesystem::path character_sets;
};

struct IdentifyCommand {
    std::filesystem::path picture;  ///< .png …
    std::string gaiji;              ///< … or a code, "U+E000", of the tenant's
    std::filesystem::path tenant;
    std::size_t count = 10;
    std::filesystem::path sheet;  ///< .svg; empty: none
    std::filesystem::path character_sets;
};

struct IndexShapesCommand {
    std::filesystem::path output;  ///< empty: where identification looks for it
};

struct GaijiImportCommand {
    std::filesystem::path tenant, file;
    std::string code;  ///< "U+E000", or empty
    std::string vendor_code, reading, meaning, source;
    bool replace = false;
    std::string date, note;  ///< of the change; an empty date is today
};

struct GaijiListCommand {
    std::filesystem::path tenant;
};

struct GaijiSetCommand {
    std::filesystem::path tenant;
    std::string code;
    /// What was not said stays; what was said to be empty goes.
    std::optional<std::string> vendor_code, reading, meaning, source, identified;
    std::vector<std::string> substitutes;  ///< "jisx0213=辻"
    std::optional<std::string> valid_from, valid_to;
    std::string date, note;
};

struct GaijiRemoveCommand {
    std::filesystem::path tenant;
    std::string code;
    std::string date, note;
};

struct GaijiHistoryCommand {
    std::filesystem::path tenant;
    std::string code;             ///< empty: of all
    std::filesystem::path sheet;  ///< of the former and present shapes; empty: none
};

/// The program as its own confined reader (api/gaiji/reader.h); nobody types it.
struct GaijiReaderCommand {};

/// `--help`, `--version` or wrong use: text to print and the exit code.
struct PrintAndLeave {
    std::string text;
    int exit_code = 0;
};

using Command = std::variant<
    RenderCommand, BatchCommand, TestSheetCommand, BackgroundCommand, ServeCommand, FormsCommand,
    ShowCharacters, ShowCoverage, PrintCatalogue, ConvertCommand, CheckCharactersCommand,
    InstallCharacterSetCommand, ListCharacterSetsCommand, IdentifyCommand, IndexShapesCommand,
    GaijiImportCommand, GaijiListCommand, GaijiSetCommand, GaijiRemoveCommand, GaijiHistoryCommand,
    GaijiReaderCommand, StoreCreateCommand, BackupCommand, RestoreCommand, TenantCreateCommand,
    TenantListCommand, TenantChangeCommand, MasterKeyCommand, StaffInviteCommand, StaffListCommand,
    StaffEndCommand, StaffChangeCommand, StaffUndoCommand, JobsRunCommand, JobsListCommand,
    KeyRotateCommand, AuditVerifyCommand, AuditExportCommand, PrintAndLeave>;

Command parse_command_line(int count, const char* const* arguments);

}  // namespace madoguchi::api::cli
