#include "api/characters/reduction_words.h"

namespace madoguchi::api {

namespace {

std::string map_ground(const fonts::ReductionGround& ground) {
    std::string text(fonts::ground_name(ground.map));
    if (ground.rank > 0) text += " 第" + std::to_string(ground.rank) + "順位";
    if (ground.hops > 0) text += " ホップ" + std::to_string(ground.hops);
    return text;
}

}  // namespace

std::string_view outcome_word(fonts::ReductionOutcome outcome) {
    switch (outcome) {
        case fonts::ReductionOutcome::Kept:
            return "kept";
        case fonts::ReductionOutcome::KeptByList:
            return "kept-by-list";
        case fonts::ReductionOutcome::Replaced:
            return "replaced";
        case fonts::ReductionOutcome::NoSubstitute:
            return "no-substitute";
    }
    return {};
}

std::string ground_in_japanese(const fonts::ReducedCharacter& reduced) {
    if (!reduced.ground) return {};
    switch (reduced.ground->kind) {
        case fonts::ReductionGround::Kind::Tenant:
            return "自治体の決定";
        case fonts::ReductionGround::Kind::List:
            return "MJ文字情報一覧（包摂区分0、そこに別の文字）";
        case fonts::ReductionGround::Kind::Map:
            return map_ground(*reduced.ground);
        case fonts::ReductionGround::Kind::Set:
            return "文字集合の一覧";
    }
    return {};
}

}  // namespace madoguchi::api
