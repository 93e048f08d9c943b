using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Hsvo.LocalHost;

/// <summary>The key that signs development tokens: made on first use, kept in the local run's data folder, readable by its owner alone.</summary>
public sealed class DevelopmentKey
{
    /// <summary>The name of the key's file in the data folder.</summary>
    public const string FileName = "development-key.pem";

    private DevelopmentKey(RSAParameters parameters)
    {
        Private = new RsaSecurityKey(parameters);
        Private.KeyId = Base64UrlEncoder.Encode(Private.ComputeJwkThumbprint());
        Public = new JsonWebKey
        {
            Kty = JsonWebAlgorithmsKeyTypes.RSA,
            Use = JsonWebKeyUseNames.Sig,
            Kid = Private.KeyId,
            N = Base64UrlEncoder.Encode(parameters.Modulus),
            E = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }

    internal RsaSecurityKey Private { get; }

    internal JsonWebKey Public { get; }

    /// <summary>Reads the folder's key, or makes one where there is none.</summary>
    public static DevelopmentKey Open(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path))
        {
            Make(path);
        }

        using var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(path));
        return new DevelopmentKey(rsa.ExportParameters(includePrivateParameters: true));
    }

    private static void Make(string path)
    {
        using var rsa = RSA.Create(2048);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Written aside and moved into place: a second process sees a whole key or none, and the first one there wins.
        var fresh = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(fresh, options))
        {
            writer.Write(rsa.ExportPkcs8PrivateKeyPem());
        }

        try
        {
            File.Move(fresh, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(fresh);
        }
    }
}
