// An ordered chain of faces, and the question it answers: which face shows this one character
// exactly, or why none.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "fonts/face.h"

namespace madoguchi::fonts {

/// Collections of ideographic variation sequences (Unicode IVD) and the standardised ones. A face
/// answers only for the collections its link names, so that a sequence of one collection is never
/// drawn with a font made for another.
enum class Collection { MojiJoho, AdobeJapan1, HanyoDenshi, Standardised };

enum class FaceRole {
    Text,   ///< public characters; its private-use glyphs do not count
    Gaiji,  ///< a tenant's own characters: private-use code points only
    Geta,   ///< 〓 alone, which stands where a chain has no glyph
    Named,  ///< an installed character set (fonts/sets): by the names of its characters alone
};

struct FaceLink {
    std::shared_ptr<const Face> face;
    FaceRole role = FaceRole::Text;
    std::vector<Collection> collections;
    std::string prefix = {};  ///< of the names that a Named face answers: "GJ"
};

/// An explicit, recorded decision that a sequence of one collection has the shape of another
/// sequence.
struct SequenceMapping {
    char32_t base = 0;
    char32_t from_selector = 0;
    char32_t to_selector = 0;
    std::string source;  ///< who decided, on what ground
};

enum class MissingReason {
    NoGlyph,            ///< no face has the character
    NoSequence,         ///< the base is there, the sequence is not
    NoNamedGlyph,       ///< a character reference that no face knows
    ForeignPrivateUse,  ///< a private-use code point without a gaiji font of the tenant
};

class PlainCharacters;

struct FoundCharacter {
    const Face* face = nullptr;
    /// The glyph, when the character is one code point, one sequence or one name; nothing when it
    /// must be shaped (several code points).
    std::optional<GlyphId> glyph;
    /// Of a sequence, the selector that was answered: the cluster's own, or the mapping's.
    char32_t selector = 0;
};

/// Immutable; find() may be called from many threads at once. Copies share a cache of single code
/// points.
class FaceSet {
  public:
    explicit FaceSet(std::vector<FaceLink> chain, std::vector<SequenceMapping> mappings = {});

    /// `cluster` is one grapheme cluster or character reference of valid UTF-8.
    std::variant<FoundCharacter, MissingReason> find(std::string_view cluster) const;

    /// What is known of this chain's characters that need no shaping.
    PlainCharacters& plain_characters() const;

    const std::vector<FaceLink>& chain() const { return chain_; }

  private:
    struct Cache;
    using Answer = std::variant<FoundCharacter, MissingReason>;

    Answer find_code_point(char32_t code_point) const;
    Answer search_code_point(char32_t code_point) const;
    Answer find_sequence(char32_t base, char32_t selector) const;
    Answer find_named(std::string_view name) const;
    Answer find_cluster(std::u32string_view code_points) const;
    std::optional<FoundCharacter> direct_sequence(char32_t base, char32_t selector) const;

    std::vector<FaceLink> chain_;
    std::vector<SequenceMapping> mappings_;
    std::shared_ptr<Cache> cache_;
};

/// The chains of a tenant, by family, as styles name them.
struct FontLibrary {
    std::shared_ptr<const FaceSet> mincho;
    std::shared_ptr<const FaceSet> gothic;
    std::shared_ptr<const FaceSet> ocr_b;  ///< JIS X 9001: no gaiji, no other face
};

}  // namespace madoguchi::fonts
