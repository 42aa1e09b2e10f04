#include <ostream>

#include "api/characters/character_sets.h"
#include "api/cli/commands.h"
#include "api/cli/report.h"
#include "api/places.h"

namespace madoguchi::api::cli {

namespace {

void print(const fonts::CharacterSet& set, std::ostream& out) {
    const fonts::SetDescription& said = set.description();
    out << said.name << '\t' << said.version << '\t' << said.count << '\t' << said.title << '\t'
        << said.licence << '\n';
}

}  // namespace

int run(const InstallCharacterSetCommand& command, Streams streams) {
    const auto into = command.into.empty() ? find_places().character_sets : command.into;
    const auto installed = install_character_set(command.package, into);
    if (!installed.ok()) {
        report(installed.findings(), FindingsFormat::Lines, streams);
        return stopped;
    }
    report(installed->warnings, FindingsFormat::Lines, streams);
    print(*installed->set, streams.out);
    if (installed->replaced) {
        streams.out << "前の版を置き換えました / replaced: "
                    << installed->replaced->description().version << '\n';
    }
    return done;
}

int run(const ListCharacterSetsCommand& command, Streams streams) {
    const auto sets = character_sets_in_use(command.character_sets);
    if (!sets.ok()) {
        report(sets.findings(), FindingsFormat::Lines, streams);
        return stopped;
    }
    for (const auto& set : *sets)
        print(*set, streams.out);
    return done;
}

}  // namespace madoguchi::api::cli
