using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Results.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReceiptIds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_results_ReceiptId",
                schema: "results",
                table: "results",
                column: "ReceiptId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_results_ReceiptId",
                schema: "results",
                table: "results");
        }
    }
}
