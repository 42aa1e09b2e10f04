#include "api/keys/master_key.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "api/keys/sodium.h"

namespace madoguchi::api {

namespace {

Diagnostic wrong(std::string code, std::string ja, std::string en) {
    return {.code = std::move(code),
            .message = {"マスター鍵のファイル: " + ja, "master key file: " + en}};
}

Diagnostic unreadable() {
    return wrong("key.unreadable", "読み書きできません。", "it cannot be read or written.");
}

class Descriptor {
  public:
    Descriptor(const std::filesystem::path& file, int flags)
        : number_(::open(file.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }

  private:
    const int number_;
};

/// A file of keys is small.
constexpr std::size_t largest = 16384;

Result<std::string> read_private(const std::filesystem::path& file) {
    const Descriptor descriptor(file, O_RDONLY);
    struct stat about {};
    if (descriptor.number() < 0 || ::fstat(descriptor.number(), &about) != 0) return unreadable();
    if (!S_ISREG(about.st_mode) || (about.st_mode & (S_IRWXG | S_IRWXO)) != 0 ||
        about.st_uid != ::geteuid())
        return wrong("key.rights", "所有者だけが読めるようにしてください（chmod 600）。",
                     "only its owner may read it (chmod 600).");
    std::string text(largest + 1, '\0');
    const ssize_t size = ::read(descriptor.number(), text.data(), text.size());
    if (size < 0) return unreadable();
    if (static_cast<std::size_t>(size) > largest)
        return wrong("key.malformed", "大きすぎます。", "it is too large.");
    text.resize(static_cast<std::size_t>(size));
    return text;
}

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::optional<SecretKey> key_of(std::string_view text) {
    const std::optional<std::string> bytes = from_base64(text);
    if (!bytes || bytes->size() != SecretKey::size) return std::nullopt;
    SecretKey::Bytes key{};
    std::copy(bytes->begin(), bytes->end(), key.begin());
    return SecretKey(key);
}

}  // namespace

Result<MasterKeys> MasterKeys::read(const std::filesystem::path& file) {
    const std::string text = TRY(read_private(file));
    MasterKeys keys;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = std::string_view(text).substr(begin, end - begin);
        begin = end + 1;
        if (line.empty() || line.front() == '#') continue;
        const std::size_t blank = line.find(' ');
        const std::string_view name = line.substr(0, blank);
        const auto key = blank == line.npos ? std::nullopt : key_of(line.substr(blank + 1));
        if (!is_name(name) || !key || keys.find(name) != nullptr)
            return wrong("key.malformed", "「名前 鍵」の行ではないか、名前が重複しています。",
                         "a line is not \"name key\", or a name stands twice.");
        keys.keys_.push_back({std::string(name), *key});
    }
    if (keys.keys_.empty()) return wrong("key.malformed", "鍵がありません。", "it has no key.");
    return keys;
}

const SecretKey* MasterKeys::find(std::string_view name) const {
    const auto found = std::find_if(keys_.begin(), keys_.end(),
                                    [&](const Named& one) { return one.name == name; });
    return found == keys_.end() ? nullptr : &found->key;
}

namespace {

Result<std::string> new_line(const std::string& name) {
    if (!is_name(name))
        return wrong("key.malformed", "鍵の名前は英小文字・数字・ハイフンで64字までです。",
                     "a key's name is up to 64 of a-z, 0-9 and '-'.");
    const SecretKey key = SecretKey::random();
    return name + ' ' + to_base64({reinterpret_cast<const char*>(key.data()), SecretKey::size}) +
           '\n';
}

Diagnostic exists_already() {
    return wrong("key.exists", "同じ名前の鍵か、ファイルがすでにあります。",
                 "a file or a key of that name is there already.");
}

/// Into a file that is not there yet, for its owner alone; whole and on disk, or not at all.
Result<Done> write_private(const std::filesystem::path& file, const std::string& text) {
    const Descriptor descriptor(file, O_WRONLY | O_CREAT | O_EXCL);
    if (descriptor.number() < 0) {
        std::error_code error;
        if (std::filesystem::exists(file, error)) return exists_already();
        return unreadable();
    }
    const bool is_written = ::write(descriptor.number(), text.data(), text.size()) ==
                                static_cast<ssize_t>(text.size()) &&
                            ::fsync(descriptor.number()) == 0;
    if (is_written) return Done{};
    ::unlink(file.c_str());
    return unreadable();
}

}  // namespace

Result<Done> make_master_key_file(const std::filesystem::path& file, const std::string& name) {
    const std::string line = TRY(new_line(name));
    return write_private(file, line);
}

Result<Done> add_master_key(const std::filesystem::path& file, const std::string& name) {
    const MasterKeys keys = TRY(MasterKeys::read(file));
    if (keys.find(name) != nullptr) return exists_already();
    const std::string line = TRY(new_line(name));
    const std::string older = TRY(read_private(file));
    std::filesystem::path anew = file;
    anew += ".new";
    TRY(write_private(anew, line + older));
    std::error_code error;
    std::filesystem::rename(anew, file, error);
    if (!error) return Done{};
    std::filesystem::remove(anew, error);
    return unreadable();
}

}  // namespace madoguchi::api
