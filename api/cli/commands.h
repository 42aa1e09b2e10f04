// One function for each word of the command line.
#pragma once

#include <iosfwd>

#include "api/cli/command_line.h"

namespace madoguchi::api::cli {

struct Streams {
    std::ostream& out;
    std::ostream& err;
};

int run(const RenderCommand& command, Streams streams);
int run(const BatchCommand& command, Streams streams);
int run(const TestSheetCommand& command, Streams streams);
int run(const BackgroundCommand& command, Streams streams);
int run(const ServeCommand& command, Streams streams);
int run(const FormsCommand& command, Streams streams);
int run(const ShowCharacters& command, Streams streams);
int run(const ShowCoverage& command, Streams streams);
int run(const PrintCatalogue& command, Streams streams);
int run(const ConvertCommand& command, Streams streams);
int run(const CheckCharactersCommand& command, Streams streams);
int run(const InstallCharacterSetCommand& command, Streams streams);
int run(const ListCharacterSetsCommand& command, Streams streams);
int run(const IdentifyCommand& command, Streams streams);
int run(const IndexShapesCommand& command, Streams streams);
int run(const GaijiImportCommand& command, Streams streams);
int run(const GaijiListCommand& command, Streams streams);
int run(const GaijiSetCommand& command, Streams streams);
int run(const GaijiRemoveCommand& command, Streams streams);
int run(const GaijiHistoryCommand& command, Streams streams);
int run(const GaijiReaderCommand& command, Streams streams);
int run(const StoreCreateCommand& command, Streams streams);
int run(const BackupCommand& command, Streams streams);
int run(const RestoreCommand& command, Streams streams);
int run(const TenantCreateCommand& command, Streams streams);
int run(const TenantListCommand& command, Streams streams);
int run(const TenantChangeCommand& command, Streams streams);
int run(const StaffInviteCommand& command, Streams streams);
int run(const StaffListCommand& command, Streams streams);
int run(const StaffEndCommand& command, Streams streams);
int run(const StaffChangeCommand& command, Streams streams);
int run(const StaffUndoCommand& command, Streams streams);
int run(const JobsRunCommand& command, Streams streams);
int run(const JobsListCommand& command, Streams streams);
int run(const MasterKeyCommand& command, Streams streams);
int run(const KeyRotateCommand& command, Streams streams);
int run(const AuditVerifyCommand& command, Streams streams);
int run(const AuditExportCommand& command, Streams streams);
int run(const PrintAndLeave& command, Streams streams);

}  // namespace madoguchi::api::cli
