// A batch's file while it grows. From the first checkpoint on it outlives a killed process, as
// "all.pdf.unfinished" with its journal beside it, readable for its owner alone; the same command
// goes on behind its last whole checkpoint. Before that, and afterwards, nothing of it is there.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "api/files/output_file.h"
#include "render/batch.h"

namespace madoguchi::api {

class UnfinishedFile : public render::BatchOutput {
  public:
    enum class Start {
        WhereItStopped,
        Anew,  ///< what an earlier run left is removed
    };

    /// Fails with "batch.unfinished-differs" when what is there was made from something else, and
    /// with "batch.already-running" while another process makes the same file.
    static Result<std::unique_ptr<UnfinishedFile>> open(const std::filesystem::path& target,
                                                        std::string identity, Start start);
    ~UnfinishedFile() override;
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;

    /// Behind what an earlier run has left.
    const render::BatchCheckpoint* from() const { return from_ ? &*from_ : nullptr; }
    /// Whether there is something on the disk to go on with.
    bool is_kept() const { return journal_ >= 0; }

    Result<Done> write(std::string_view bytes) override;
    Result<Done> checkpoint(const render::BatchCheckpoint& here) override;
    /// The file gets its name; nothing unfinished is left.
    Result<Done> commit();
    /// Nothing was printed: nothing is left.
    void discard();

  private:
    UnfinishedFile(std::filesystem::path target, std::string identity);
    Result<Done> take_up(Start start);
    Result<Done> go_on(const std::string& journal);
    Result<Done> begin_journal();
    Result<Done> append_to_journal(std::string_view text);
    void remove_journal();

    std::filesystem::path target_, part_, journal_file_;
    std::string identity_;
    std::optional<OutputFile> file_;
    std::optional<render::BatchCheckpoint> from_;
    std::uint32_t checksum_ = 0;  ///< of what was written since the last checkpoint
    int journal_ = -1;            ///< open and locked
};

}  // namespace madoguchi::api
