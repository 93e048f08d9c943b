using Microsoft.Azure.Functions.Worker.LocalHosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        if (!builder.UsesAspNetCore)
        {
            builder.UsesAspNetCore = true;
            builder.Use(next => context => HttpResultExecution.InvokeAsync(context, next));
        }

        return builder;
    }
}
