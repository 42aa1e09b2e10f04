// The kinds of counter work that a tenant can switch on (要件 1.4).
#pragma once

#include <array>
#include <string_view>

namespace madoguchi::api {

struct Module {
    std::string_view id, name;
};

inline constexpr std::array modules = {
    Module{"resident-register", "住民基本台帳"},
    Module{"seal-registration", "印鑑登録"},
    Module{"family-register", "戸籍"},
    Module{"tax", "税"},
    Module{"health-insurance", "国民健康保険"},
    Module{"care-insurance", "介護保険"},
    Module{"late-elderly", "後期高齢者医療"},
    Module{"child-allowance", "児童手当"},
    Module{"school-register", "学齢簿"},
    Module{"national-pension", "国民年金"},
    Module{"my-number-card", "マイナンバーカード"},
};

constexpr bool is_module(std::string_view id) {
    for (const Module& module : modules) {
        if (module.id == id) return true;
    }
    return false;
}

}  // namespace madoguchi::api
