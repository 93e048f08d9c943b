using Hsvo.LocalHost.Npm;

namespace Hsvo.LocalHost.Azurite;

/// <summary>Azurite as npm installs it from the package-lock.json in this assembly.</summary>
public static class AzuriteInstallation
{
    /// <summary>What npm installs; its script is what Node.js runs.</summary>
    public static NpmInstallation Package { get; } = new(Resource("package.json"), Resource("package-lock.json"), "azurite/dist/src/azurite.js");

    private static string Resource(string name)
    {
        using var stream = typeof(AzuriteInstallation).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in this assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
