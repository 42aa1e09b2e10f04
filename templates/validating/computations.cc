#include "templates/computation.h"
#include "templates/validating/rules.h"

namespace madoguchi::templates::validating {

namespace {

class Computations {
  public:
    explicit Computations(Findings& findings) : findings_(findings) {}

    void check(const std::vector<Field>& fields, const std::string& pointer,
               const fill::Scopes& scopes) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const Field& field = fields[i];
            const std::string here = pointer + '/' + std::to_string(i);
            if (field.computed) check_one(field, here, scopes);
            if (field.fields.empty()) continue;
            fill::Scopes inside = scopes;
            inside.push_back({.fields = &field.fields,
                              .kind = field.type == FieldType::List ? fill::Scope::Kind::Item
                                                                    : fill::Scope::Kind::Single});
            check(field.fields, here + "/fields", inside);
        }
    }

  private:
    void check_one(const Field& field, const std::string& here, const fill::Scopes& scopes) {
        const bool is_entered = field.required || !field.example.empty() || field.minimum ||
                                field.maximum || field.decimals;
        if (is_entered)
            findings_.add(64, here,
                          {"計算する項目には、required・example・範囲を書けません。",
                           "A computed field has no required, example or range."});
        const Result<ResolvedComputation> resolved = resolve(*field.computed, scopes);
        if (resolved.ok()) return;
        for (const Diagnostic& finding : resolved.findings()) {
            findings_.add(finding.code == computation_code ? 64 : 35, here + "/computed",
                          finding.message);
            for (const BilingualText& hint : finding.hints)
                findings_.hint(hint);
        }
    }

    Findings& findings_;
};

}  // namespace

void check_computations(Findings& findings, const Template& form) {
    Computations(findings).check(form.fields, "/fields", {{.fields = &form.fields}});
}

}  // namespace madoguchi::templates::validating
