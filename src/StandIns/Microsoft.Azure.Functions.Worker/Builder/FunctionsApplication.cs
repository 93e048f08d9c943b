using Microsoft.Azure.Functions.Worker.LocalHosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => LocalFunctions.CreateBuilder(args);
}
