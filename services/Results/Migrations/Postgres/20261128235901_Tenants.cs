using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Results.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Tenants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_results_figures",
                schema: "results",
                table: "results");

            migrationBuilder.AddColumn<string>(
                name: "Tenant",
                schema: "results",
                table: "results",
                type: "text",
                nullable: false,
                defaultValue: "principal");

            migrationBuilder.AddColumn<string>(
                name: "Tenant",
                schema: "results",
                table: "payments",
                type: "text",
                nullable: false,
                defaultValue: "principal");

            migrationBuilder.AddColumn<string>(
                name: "Tenant",
                schema: "results",
                table: "batches",
                type: "text",
                nullable: false,
                defaultValue: "principal");

            migrationBuilder.CreateIndex(
                name: "IX_results_Tenant_Id",
                schema: "results",
                table: "results",
                columns: new[] { "Tenant", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_results_figures",
                schema: "results",
                table: "results",
                columns: new[] { "Tenant", "StoredAt", "Succeeded", "IsReceipt", "CacheHit", "ReasonCode", "Duplicate", "ProcessingSeconds", "ConfidenceAverage", "FoundFields", "ValidFields", "DocumentBytes" });

            migrationBuilder.CreateIndex(
                name: "IX_batches_Tenant_FinishedAt",
                schema: "results",
                table: "batches",
                columns: new[] { "Tenant", "FinishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_batches_Tenant_OpenedAt",
                schema: "results",
                table: "batches",
                columns: new[] { "Tenant", "OpenedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_results_Tenant_Id",
                schema: "results",
                table: "results");

            migrationBuilder.DropIndex(
                name: "IX_results_figures",
                schema: "results",
                table: "results");

            migrationBuilder.DropIndex(
                name: "IX_batches_Tenant_FinishedAt",
                schema: "results",
                table: "batches");

            migrationBuilder.DropIndex(
                name: "IX_batches_Tenant_OpenedAt",
                schema: "results",
                table: "batches");

            migrationBuilder.DropColumn(
                name: "Tenant",
                schema: "results",
                table: "results");

            migrationBuilder.DropColumn(
                name: "Tenant",
                schema: "results",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "Tenant",
                schema: "results",
                table: "batches");

            migrationBuilder.CreateIndex(
                name: "IX_results_figures",
                schema: "results",
                table: "results",
                columns: new[] { "StoredAt", "Succeeded", "IsReceipt", "CacheHit", "ReasonCode", "Duplicate", "ProcessingSeconds", "ConfidenceAverage", "FoundFields", "ValidFields", "DocumentBytes" });
        }
    }
}
