namespace Microsoft.Identity.Web;

public static class Constants
{
    public const string AzureAd = "AzureAd";

    public const string Bearer = "Bearer";
}
