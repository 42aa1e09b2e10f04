// A program of its own, beside the service: reads one page of a foreign PDF from standard input and
// writes the answer. Only it links PoDoFo, which broken files can crash.
#include <unistd.h>

#include <cstdlib>

#include "api/backgrounds/page_answer.h"
#include "api/confined/sandbox.h"
#include "api/confined/standard_streams.h"
#include "render/background/import.h"

int main(int count, char** words) {
    using namespace madoguchi;
    const unsigned long page = count > 1 ? std::strtoul(words[1], nullptr, 10) : 0;
    if (!api::enter_sandbox()) ::_exit(1);
    const Bytes file = api::read_standard_input();
    Result<render::ImportedPage> imported =
        render::import_page({reinterpret_cast<const char*>(file.data()), file.size()}, page);
    const bool said = api::write_standard_output(api::write_page_answer(
        imported.ok()
            ? Result<api::ReadPage>(api::ReadPage{std::move(imported->drawing), imported->pages,
                                                  std::move(imported->warnings)})
            : Result<api::ReadPage>(imported.findings())));
    // No destructors: see run_gaiji_reader().
    ::_exit(said ? 0 : 1);
}
